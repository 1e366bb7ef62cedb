import { and, eq } from 'drizzle-orm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { grants, sessions } from '@concertation/schema';
import { mediaRequests, type MediaRequestName } from '@concertation/shared/contracts';
import { CallWorld, type CallPerson } from './support/call-world.ts';
import { MediaClient } from './support/media-client.ts';
import { waitFor } from './support/wait-for.ts';

let world: CallWorld;
test.before(async () => {
  world = await CallWorld.open();
});
test.after.each(() => world?.hangUp());
test.after(() => world?.stop());

const { database, sessions: openSessions } = {
  database: () => world.server.services.database,
  sessions: () => world.server.services.sessions,
};
const withinMs = 5_000;
const id = crypto.randomUUID();
const dtlsParameters = { fingerprints: [{ algorithm: 'sha-256', value: Array(32).fill('AB').join(':') }] };
const rtpParameters = { codecs: [{}] };

/** A well-formed input of each request, so that a refusal is the gate's. */
const inputs: Record<Exclude<MediaRequestName, 'join' | 'leave' | 'probe' | 'connectTransport'>, unknown> = {
  restartIce: { transportId: id },
  produce: { source: 'microphone', rtpParameters },
  pauseSource: { source: 'microphone', paused: true },
  closeSource: { source: 'microphone' },
  consume: { producerIds: [id], rtpCapabilities: {} },
  tuneConsumer: { consumerId: id, paused: true },
  closeConsumer: { consumerId: id },
  raiseHand: { raised: true },
  lowerHand: { participantId: id },
  sendChat: { text: 'bonjour' },
  keepChatLine: { lineId: id },
  point: { at: null },
  admit: { accountId: id, admitted: true },
  mute: { participantId: id },
  remove: { participantId: id },
  lock: { locked: true },
  stopScreen: {},
  cannotHear: {},
  reportQuality: { quality: 'good' },
};
const names = Object.keys(inputs) as (keyof typeof inputs)[];

// MED-22
test('from outside a call, everything but what needs a session alone is refused', async () => {
  const meetingId = await world.meeting();
  await world.inside(meetingId, 'coordinator');
  const outside = await world.client('coordinator');
  for (const name of names) assert.is(await outside.refusal(name, inputs[name]), 'forbidden', name);
  assert.is(await outside.refusal('connectTransport', { transportId: id, dtlsParameters }), 'forbidden');
  await outside.ask('leave');
});

// MED-22: the guest at the door is outside
test('from the waiting room too', async () => {
  const meetingId = await world.meeting();
  await world.inside(meetingId, 'coordinator');
  const guest = await world.client('guest');
  await guest.ask('join', { meetingId });
  for (const name of names) assert.is(await guest.refusal(name, inputs[name]), 'forbidden', name);
});

// MED-22: each request × each role
test('what moderates is refused to members and guests, and granted to those who run the meeting', async () => {
  const meetingId = await world.meeting();
  const runs: CallPerson[] = ['coordinator', 'delegate', 'secretary'];
  const clients = new Map<CallPerson, MediaClient>();
  for (const who of [...runs, 'member', 'guest'] as const) {
    const client = await world.client(who);
    clients.set(who, client);
    const { state } = await client.ask('join', { meetingId });
    if (state === 'inside') continue;
    await clients.get('coordinator')?.ask('admit', { accountId: world.id(who), admitted: true });
    await client.join(meetingId);
  }
  for (const [who, client] of clients)
    for (const name of names.filter((one) => one !== 'lock')) {
      const error = await client.refusal(name, inputs[name]);
      const isRefused = mediaRequests[name].gate === 'moderator' && !runs.includes(who);
      assert.is(error === 'forbidden', isRefused, `${name} by ${who}: ${error}`);
    }
});

// MED-23
test('a right withdrawn closes the call within five seconds, kept seats included', async () => {
  const meetingId = await world.meeting();
  const { client: coordinator } = await world.inside(meetingId, 'coordinator');
  const withdraw = await world.give(meetingId, 'stranger', 'member');
  const { client: stranger } = await world.inside(meetingId, 'stranger');
  await coordinator.sees(({ participants }) => participants.length === 2, 'both inside');
  await withdraw();
  assert.equal(await stranger.ended(withinMs), { reason: 'withdrawn', code: 4403 });
  await coordinator.sees(({ participants }) => participants.length === 1, 'out of the room');
  const again = await world.give(meetingId, 'stranger', 'member');
  const { client: lost } = await world.inside(meetingId, 'stranger');
  lost.cut();
  await coordinator.sees(({ participants }) => participants[1]?.connected === false, 'the seat is kept');
  await again();
  await coordinator.sees(({ participants }) => participants.length === 1, 'and given up');
});

// MED-23: without its notification
test('a withdrawal of which nobody was told takes effect within five seconds', async () => {
  const meetingId = await world.meeting();
  await world.give(meetingId, 'stranger', 'member');
  const { client: stranger } = await world.inside(meetingId, 'stranger');
  await database()
    .db.delete(grants)
    .where(and(eq(grants.subjectId, meetingId), eq(grants.granteeId, world.id('stranger'))));
  assert.equal(await stranger.ended(withinMs), { reason: 'withdrawn', code: 4403 });
});

// MED-23
test('a moderator whose role is withdrawn moderates no more, at once', async () => {
  const meetingId = await world.meeting();
  await world.inside(meetingId, 'coordinator');
  const { client: member } = await world.inside(meetingId, 'member');
  const withdraw = await world.give(meetingId, 'member', 'secretary');
  await member.ask('mute', { participantId: null });
  await withdraw();
  assert.is(await member.refusal('mute', { participantId: null }), 'forbidden');
  await member.ask('raiseHand', { raised: true });
});

// MED-22, MED-29: of which nobody was told
test('a screen is not taken over by who moderates no more', async () => {
  const meetingId = await world.meeting();
  await world.inside(meetingId, 'coordinator');
  const { client: other } = await world.inside(meetingId, 'other');
  await world.give(meetingId, 'member', 'secretary');
  const { client: member } = await world.inside(meetingId, 'member');
  const screen = { source: 'screen', rtpParameters };
  const isTheirs = and(eq(grants.subjectId, meetingId), eq(grants.granteeId, world.id('member')));
  await other.ask('produce', screen);
  await member.ask('produce', { ...screen, takeOver: true });
  await member.ask('closeSource', { source: 'screen' });
  await other.ask('produce', screen);
  await database().db.delete(grants).where(isTheirs);
  assert.is(await member.refusal('produce', { ...screen, takeOver: true }), 'screen_taken');
});

// MED-23, MED-25
test('a guest who becomes a member while waiting is let in; one whose right ends is sent away', async () => {
  const meetingId = await world.meeting();
  const guest = await world.client('guest');
  await guest.ask('join', { meetingId });
  await world.give(meetingId, 'guest', 'member');
  await guest.told('admitted');
  assert.is((await guest.join(meetingId)).room.participants[0]?.standing, 'member');
  const other = await world.meeting();
  await guest.ask('join', { meetingId: other });
  await database()
    .db.delete(grants)
    .where(and(eq(grants.subjectId, other), eq(grants.granteeId, world.id('guest'))));
  assert.equal(await guest.ended(withinMs), { reason: 'withdrawn', code: 4403 });
});

// MED-23
test('the end of the session ends the call within five seconds, told or not', async () => {
  const meetingId = await world.meeting();
  for (const isTold of [true, false]) {
    const { client } = await world.inside(meetingId, 'other');
    const { accountId, sessionId } = world.people.other;
    if (isTold) await database().transaction((tx) => openSessions().end(tx, { accountId, sessionId }, sessionId));
    else await database().db.delete(sessions).where(eq(sessions.publicId, sessionId));
    assert.equal(await client.ended(withinMs), { reason: 'signed_out', code: 4401 });
    assert.is(await MediaClient.connect(world.server, { cookie: world.people.other.cookie }), 401);
    await waitFor(() => world.server.services.calls.inside(meetingId).length === 0, 'out of the room');
    const { cookie } = await database().transaction((tx) =>
      openSessions().open(tx, { accountId, means: 'demonstration', device: 'test', replaces: null }),
    );
    const [session] = await database()
      .db.select({ id: sessions.publicId })
      .from(sessions)
      .where(eq(sessions.accountId, accountId));
    world.people.other = {
      ...world.people.other,
      cookie: cookie.split(';', 1)[0] as string,
      sessionId: session?.id as string,
    };
  }
});

test.run();
