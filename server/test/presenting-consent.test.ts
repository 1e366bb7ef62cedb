import { eq } from 'drizzle-orm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { auditEvents } from '@concertation/schema';
import type { Consent, MeetingDetail } from '@concertation/shared/contracts';
import { grantsOn } from '../src/access/index.ts';
import { recordConsent } from '../src/cases/index.ts';
import { followConsent } from '../src/reports/index.ts';
import { startTestServer, type TestServer } from './harness.ts';
import { refusalCode } from './support/ask.ts';
import { auditTrail } from './support/audit-trail.ts';
import { informed, PresentingWorld } from './support/presenting-world.ts';
import type { ActorName } from './support/report-world.ts';

// domain.md 6.1: information, non-opposition, sharing outside the team.

let server: TestServer;
let world: PresentingWorld;
test.before(async () => {
  server = await startTestServer({ DEMONSTRATION: '0' });
  world = await PresentingWorld.open(server);
});
test.after(() => server?.stop());

const record = (caseId: string, more: object = {}, who: ActorName = 'owner') =>
  world.ask(who, 'POST', `/api/cases/${caseId}/consent`, { ...informed, ...more });
const read = (caseId: string, who: ActorName = 'owner') =>
  world.get<Consent | null>(who, 'GET', `/api/cases/${caseId}/consent`);
const boardRoles = async (caseId: string) =>
  (await grantsOn(server.services.database.db, { kind: 'case', id: caseId }))
    .filter(({ grantee }) => grantee.kind === 'board')
    .map(({ role }) => role);

// PRE-10
test('what the patient was told and answered is recorded, by whom and when, and each change audited', async () => {
  const caseId = await world.case('owner', null);
  assert.is(await read(caseId), null);
  assert.is((await record(caseId)).status, 200);
  assert.is((await record(caseId, { means: 'written', sharing: true })).status, 200);
  const consent = await read(caseId);
  assert.is(consent?.recordedBy, 'Dr Camille owner');
  assert.equal([consent?.means, consent?.sharing, consent?.opposition], ['written', true, 'none']);
  const rows = (await auditTrail(server, eq(auditEvents.subject, `case:${caseId}`))).filter(
    ({ kind }) => kind === 'consent.recorded',
  );
  assert.equal(
    rows.map(({ details }) => details),
    [
      { opposition: 'none', sharing: false },
      { opposition: 'none', sharing: true },
    ],
  );
});

test('only who may write on the case records it; a day to come or no day is refused', async () => {
  const caseId = await world.case();
  assert.is(refusalCode(await record(caseId, {}, 'outsider')), 'not_found');
  await world.get('owner', 'POST', `/api/cases/${caseId}/grants`, {
    accountId: world.accountId('outsider'),
    role: 'reader',
  });
  assert.is(refusalCode(await record(caseId, {}, 'outsider')), 'forbidden');
  assert.ok(await read(caseId, 'outsider'));
  for (const wrong of [
    { informedOn: '2999-01-01' },
    { informedOn: '2026-02-30' },
    { informedBy: '' },
    { means: 'sms' },
  ])
    assert.is(refusalCode(await record(caseId, wrong)), 'invalid', JSON.stringify(wrong));
});

// PRE-11
test('an objection takes the case off every list where nothing was concluded, and tells the boards', async () => {
  const { caseId, meetingId } = await world.listed();
  const other = await world.prepared(
    caseId,
    await world.meeting({}, await world.board({ published: true, name: 'RCP Foie' })),
  );
  const needs = {
    ...world.telling(),
    follow: (...[tx, by, change]: Parameters<Parameters<typeof recordConsent>[0]['follow']>) =>
      followConsent(tx, world.telling(), by, change),
  };
  world.told.length = 0;
  await recordConsent(needs, world.world.people.owner.principal, caseId, {
    ...informed,
    opposition: 'objected',
    sharing: true,
  });
  const meeting = await world.get<MeetingDetail>('coordinator', 'GET', `/api/meetings/${meetingId}`);
  assert.equal(meeting.presentations, []);
  assert.equal(
    (await world.presentations(caseId)).map(({ state }) => state),
    ['removed', 'removed'],
  );
  assert.equal(
    world.told.map(({ kind, about }) => [kind, about.boardName]),
    [['presentation_removed', 'RCP Thorax']],
    'what was in preparation is not told',
  );
  assert.equal(await boardRoles(caseId), []);
  assert.is((await read(caseId))?.sharing, false, 'who objects agrees to no sharing');
  assert.is(refusalCode(await world.choose(caseId, meetingId)), 'patient_objected');
  assert.is(refusalCode(await world.register(caseId)), 'patient_objected');
  await record(caseId);
  assert.equal((await world.choose(caseId, other.meetingId)).body, { presentationId: other.presentationId });
  assert.is((await world.register(caseId)).status, 200, 'an objection is taken back');
});

// PRE-11
test('an opinion that was already concluded stays', async () => {
  const { caseId, presentationId } = await world.listed();
  await world.services.database.raw`update reports set state = 'validated' where presentation_id = ${presentationId}`;
  await record(caseId, { opposition: 'objected' });
  assert.equal(
    (await world.presentations(caseId)).map(({ state }) => state),
    ['listed'],
  );
  assert.equal(await boardRoles(caseId), ['presented']);
});

// PRE-12
test('sharing outside the team opens the case to the guests of its boards, as long as it lasts', async () => {
  const boardId = await world.board({ published: true, admitsGuests: true });
  await world.services.database
    .raw`insert into grants (id, subject_kind, subject_id, grantee_kind, grantee_id, role, granted_at)
    values (gen_random_uuid(), 'board', ${boardId}, 'account', ${world.accountId('outsider')}, 'guest', now())`;
  const caseId = await world.case();
  await world.prepared(caseId, await world.meeting({}, boardId));
  await world.register(caseId);
  const reads = async () => (await world.ask('outsider', 'GET', `/api/cases/${caseId}`)).status === 200;
  assert.not(await reads(), 'a guest, without consent');
  await record(caseId, { sharing: true });
  assert.ok(await reads());
  assert.equal(await boardRoles(caseId), ['presented', 'presented_openly']);
  await record(caseId, { sharing: false });
  assert.not(await reads());
  await record(caseId, { sharing: true });
  await record(caseId, { opposition: 'objected' });
  assert.not(await reads());

  const second = await world.case('owner', { sharing: true });
  await world.prepared(second, await world.meeting({}, boardId));
  await world.register(second);
  assert.equal(await boardRoles(second), ['presented', 'presented_openly'], 'agreed before the registration');
  const { people } = await world.get<{ people: { role: string }[] }>('owner', 'GET', `/api/cases/${second}`);
  assert.equal(
    people.map(({ role }) => role),
    ['owner', 'presented'],
    'said once',
  );
});

// PRE-11
test('an objection and a registration at once: never on a list against the patient’s will', async () => {
  for (let round = 0; round < 4; round += 1) {
    const caseId = await world.case();
    const { meetingId } = await world.prepared(caseId);
    await Promise.all([record(caseId, { opposition: 'objected' }), world.register(caseId)]);
    const meeting = await world.get<MeetingDetail>('coordinator', 'GET', `/api/meetings/${meetingId}`);
    assert.equal(meeting.presentations, []);
  }
});

test.run();
