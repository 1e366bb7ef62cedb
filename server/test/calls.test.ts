import { eq } from 'drizzle-orm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { callDecisions, calls } from '@concertation/schema';
import { bandwidthSample, type CallSummary, type ExpectedConnection } from '@concertation/shared/contracts';
import { refusalCode } from './support/ask.ts';
import { GuestWorld } from './support/guest-world.ts';
import type { ActorName } from './support/report-world.ts';

let world: GuestWorld;
test.before(async () => {
  world = await GuestWorld.open();
});
test.after(() => world?.stop());

const summary = async (meetingId: string, who: ActorName) =>
  world.presenting.get<CallSummary>(who, 'GET', `/api/meetings/${meetingId}/call`);
const rate = (meetingId: string, who: ActorName, rating: object) =>
  world.presenting.ask(who, 'POST', `/api/meetings/${meetingId}/call/rating`, rating);

test('before joining one sees who is inside, whether it is locked and whether one will wait', async () => {
  const meetingId = await world.meeting();
  const { cookie, accountId } = await world.arrived(meetingId);
  const asGuest = async () => (await world.as(cookie, 'GET', `/api/meetings/${meetingId}/call`)).body as CallSummary;
  const { calls: live } = world.server.services;
  const inside = [{ accountId: world.presenting.accountId('coordinator'), name: 'Dr Camille coordinator' }];
  world.server.services.calls = {
    ...live,
    engine: () => ({ state: 'unavailable', reason: 'désactivée' }),
    inside: () => inside,
  };
  try {
    const coordinator = await summary(meetingId, 'coordinator');
    assert.equal(coordinator, {
      engine: { state: 'unavailable', reason: 'désactivée' },
      inside,
      locked: false,
      waits: false,
      removed: false,
    });
    const member = await summary(meetingId, 'member');
    assert.equal([member.engine, member.waits], [{ state: 'unavailable', reason: null }, false]);
    assert.equal([(await asGuest()).waits, (await asGuest()).engine], [true, { state: 'unavailable', reason: null }]);
    const decision = { meetingId, accountId, decidedBy: accountId, decidedAt: new Date() };
    await world.db.insert(callDecisions).values({ ...decision, decision: 'admitted' });
    assert.is((await asGuest()).waits, false, 'admitted once');
    await world.db.update(callDecisions).set({ decision: 'removed' }).where(eq(callDecisions.accountId, accountId));
    await world.db.insert(calls).values({ meetingId, lockedAt: new Date(), lockedBy: accountId });
    const after = await asGuest();
    assert.equal([after.removed, after.locked], [true, true]);
    const outsider = await world.presenting.ask('outsider', 'GET', `/api/meetings/${meetingId}/call`);
    assert.is(refusalCode(outsider), 'not_found');
  } finally {
    world.server.services.calls = live;
  }
});

// SA-108, SA-109
test('a call is rated from 1 to 5 stars with a comment, again replaces; who runs the meeting reads them without names', async () => {
  const meetingId = await world.meeting();
  const { cookie } = await world.arrived(meetingId);
  const read = (who: ActorName) => world.presenting.ask(who, 'GET', `/api/meetings/${meetingId}/call/ratings`);
  assert.equal((await read('secretary')).body, { average: null, lines: [] });
  assert.is((await rate(meetingId, 'member', { stars: 2, comment: 'Son haché' })).status, 204);
  assert.is((await rate(meetingId, 'member', { stars: 4, comment: '' })).status, 204);
  const byGuest = await world.as(cookie, 'POST', `/api/meetings/${meetingId}/call/rating`, {
    stars: 5,
    comment: 'Net',
  });
  assert.is(byGuest.status, 204);
  const { average, lines } = (await read('secretary')).body as { average: number; lines: Record<string, unknown>[] };
  assert.is(average, 4.5);
  assert.equal(
    lines.map((line) => [line.stars, line.comment, Object.keys(line).sort()]),
    [
      [5, 'Net', ['at', 'comment', 'stars']],
      [4, '', ['at', 'comment', 'stars']],
    ],
  );
  assert.is(refusalCode(await read('member')), 'forbidden');
  assert.is(refusalCode(await rate(meetingId, 'outsider', { stars: 3 })), 'not_found');
  for (const wrong of [{ stars: 0 }, { stars: 6 }, { stars: 2.5 }, {}, { stars: 3, comment: 'x'.repeat(1001) }])
    assert.is(refusalCode(await rate(meetingId, 'member', wrong)), 'invalid', JSON.stringify(wrong));
  const elsewhere = await world.meeting({ video: { mode: 'link', details: '' } });
  assert.is(refusalCode(await rate(elsewhere, 'member', { stars: 3 })), 'wrong_state', 'another tool’s call');
});

// OO-26, SC-82
test('who runs the meeting sees the latest connection test of everybody expected: members, presenters, guests', async () => {
  const meetingId = await world.meeting();
  const { presenting } = world;
  const caseId = await presenting.case('owner');
  await presenting.prepared(caseId, meetingId);
  await presenting.register(caseId);
  const { cookie, accountId } = await world.arrived(meetingId);
  const works = { browser: true, network: true, live: true, storage: true, microphone: true, camera: false, delay: 40 };
  assert.is((await world.as(cookie, 'POST', '/api/connection-test', { ...works, media: 'tcp' })).status, 200);
  await presenting.get('member', 'POST', '/api/connection-test', { ...works, microphone: false });
  const expected = await presenting.get<ExpectedConnection[]>(
    'secretary',
    'GET',
    `/api/meetings/${meetingId}/connection-tests`,
  );
  const testOf = (id: string) => expected.find((one) => one.accountId === id)?.test;
  assert.is(expected.length, 5, 'three of the board, the presenter, the guest');
  assert.equal([testOf(accountId)?.passed, testOf(accountId)?.outcome.media], [true, 'tcp']);
  assert.is(testOf(presenting.accountId('member'))?.passed, false);
  assert.is(testOf(presenting.accountId('owner')), null, 'the presenter never tested');
  const asMember = await presenting.ask('member', 'GET', `/api/meetings/${meetingId}/connection-tests`);
  assert.is(refusalCode(asMember), 'forbidden');
});

// OO-26
test('bandwidth is estimated with bytes that mean nothing, for a guest too, never for nobody', async () => {
  const { cookie } = await world.arrived(await world.meeting());
  const path = `${world.server.origin}/api/connection-test/sample`;
  const received = await fetch(path, { headers: { cookie } });
  assert.is((await received.arrayBuffer()).byteLength, bandwidthSample);
  const headers = { cookie, 'content-type': 'application/json' };
  const send = (length: number) =>
    fetch(path, { method: 'POST', headers, body: JSON.stringify({ filler: 'x'.repeat(length) }) });
  assert.is((await send(bandwidthSample)).status, 204);
  assert.is((await send(bandwidthSample + 1)).status, 422);
  assert.is((await fetch(path)).status, 401);
});

test.run();
