import { eq } from 'drizzle-orm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { accounts, auditEvents, boards, frozenReports, presentations } from '@concertation/schema';
import { documentName, type QuorumMissing, type QuorumStatus } from '@concertation/shared/domain';
import { recordArrival, recordDepartures } from '../src/meetings/index.ts';
import { startTestServer, type TestServer } from './harness.ts';
import { ask, refusalCode } from './support/ask.ts';
import {
  type ActorName,
  askFreeze,
  askReport,
  complete,
  openWorld,
  type Presented,
  presentNewCase,
  type World,
  write,
} from './support/report-world.ts';

let server: TestServer;
let world: World;
const rules = { specialties: 3, rules: [{ anyOf: ['Chirurgie'], minimum: 1 }] };

test.before(async () => {
  server = await startTestServer({ DEMONSTRATION: '' });
  world = await openWorld(server);
  const specialties: [ActorName, string][] = [
    ['owner', 'Chirurgie digestive'],
    ['coordinator', 'Oncologie médicale'],
    ['member', 'Radiologie'],
  ];
  for (const [name, specialty] of specialties) {
    const { principal } = world.people[name];
    principal.specialty = specialty;
    await server.services.database.db.update(accounts).set({ specialty }).where(eq(accounts.id, principal.accountId));
  }
});
test.after(() => server?.stop());

const setRules = (quorum: typeof rules | null) =>
  server.services.database.db.update(boards).set({ quorum }).where(eq(boards.id, world.boardId));
async function arrive(who: ActorName, { meetingId }: Presented): Promise<string> {
  const id = await recordArrival(server.services, meetingId, world.people[who].principal);
  assert.ok(id);
  return id ?? '';
}
const validate = ({ reportId }: Presented, quorumDerogation: string | null = null) =>
  askReport(world, 'secretary', 'POST', reportId, '/state', { state: 'validated', quorumDerogation });
const stored = async ({ presentationId }: Presented) => {
  const [row] = await server.services.database.db
    .select()
    .from(presentations)
    .where(eq(presentations.id, presentationId));
  return { quorum: row?.quorum as QuorumStatus | null, derogation: row?.quorumDerogation };
};
const missingOf = ({ body }: Awaited<ReturnType<typeof validate>>) =>
  (body as { details: { missing: QuorumMissing[] } }).details.missing;
const gaps = async ({ reportId }: Presented) =>
  ((await askReport(world, 'secretary', 'GET', reportId, '/gaps')).body as { kind: string }[]).map(({ kind }) => kind);

test('a board without rules asks for nobody', async () => {
  await setRules(null);
  const presented = await presentNewCase(world);
  assert.is((await validate(presented)).status, 204);
  assert.equal(await stored(presented), { quorum: null, derogation: null });
  assert.not((await gaps(presented)).includes('quorum'));
});

// SC-84, domain.md 1.3
test('without those the board wants, a report is not validated, and the refusal says who is missing', async () => {
  await setRules(rules);
  const presented = await presentNewCase(world);
  await arrive('coordinator', presented);
  const refused = await validate(presented);
  assert.is(refusalCode(refused), 'quorum_unmet');
  assert.equal(missingOf(refused), [
    { kind: 'specialties', count: 2 },
    { kind: 'rule', anyOf: ['Chirurgie'], count: 1 },
    { kind: 'treating' },
  ]);
  assert.equal(await stored(presented), { quorum: null, derogation: null });
  await arrive('owner', presented);
  await arrive('member', presented);
  assert.is((await validate(presented)).status, 204);
  assert.equal((await stored(presented)).quorum, { met: true, missing: [], typed: 0 });
});

// SC-84
test('three specialties without anybody in charge of the patient are no quorum', async () => {
  await setRules({ specialties: 1, rules: [] });
  const presented = await presentNewCase(world);
  await arrive('coordinator', presented);
  assert.equal(missingOf(await validate(presented)), [{ kind: 'treating' }]);
  await arrive('owner', presented);
  assert.is((await validate(presented)).status, 204);
});

// SC-84
test('a member typed by the secretary counts with their own name and specialty, once', async () => {
  await setRules(rules);
  const presented = await presentNewCase(world);
  const { cookie } = world.people.secretary;
  const type = (accountId: string | null) =>
    ask(server, 'POST', `/api/meetings/${presented.meetingId}/attendance`, {
      cookie,
      body: { accountId, name: 'Dr Faux', specialty: 'Gériatrie' },
    });
  const ownerId = world.people.owner.principal.accountId;
  const [first, again] = await Promise.all([type(ownerId), type(ownerId)]);
  const line = first.body as { attendanceId: string; name: string; specialty: string };
  assert.equal([line.name, line.specialty], ['Dr Camille owner', 'Chirurgie digestive']);
  assert.is((again.body as typeof line).attendanceId, line.attendanceId);
  assert.is(refusalCode(await type(world.people.outsider.principal.accountId)), 'invalid', 'not of the board');
  await type(null);
  await arrive('coordinator', presented);
  assert.is((await validate(presented)).status, 204);
  assert.equal((await stored(presented)).quorum, { met: true, missing: [], typed: 2 });
});

test('a reason lets a report be validated without the quorum; it is kept, and only counted in the audit', async () => {
  await setRules(rules);
  const presented = await presentNewCase(world);
  assert.is(refusalCode(await validate(presented, 'ok')), 'invalid', 'too short to be a reason');
  const reason = 'Urgence : compression médullaire';
  assert.is((await validate(presented, reason)).status, 204);
  const { quorum, derogation } = await stored(presented);
  assert.equal([quorum?.met, derogation], [false, reason]);
  const rows = await server.services.database.db
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.subject, `report:${presented.reportId}`));
  assert.equal(rows.find(({ kind }) => kind === 'report.moved')?.details, {
    from: 'draft',
    to: 'validated',
    quorum: { met: false, missing: 3, typed: 0, derogation: true },
  });
  assert.not(JSON.stringify(rows).includes('Urgence'));
});

test('who left does not count; once the meeting is closed, all who came do', async () => {
  await setRules({ specialties: 1, rules: [] });
  const presented = await presentNewCase(world);
  const row = await arrive('owner', presented);
  await recordDepartures(server.services, [row]);
  assert.is(refusalCode(await validate(presented)), 'quorum_unmet');
  const { cookie } = world.people.secretary;
  await ask(server, 'POST', `/api/meetings/${presented.meetingId}/close`, { cookie });
  assert.is((await validate(presented)).status, 204);
});

// domain.md 1.1
test('an « enregistrement » needs no quorum, and says on what it rests', async () => {
  await setRules(rules);
  const presented = await presentNewCase(world);
  const guideline = { name: 'TNCD', version: '2025-2', date: '2025-06-01' };
  const { cookie } = world.people.secretary;
  const path = `/api/meetings/${presented.meetingId}/presentations/${presented.presentationId}`;
  await ask(server, 'PATCH', path, { cookie, body: { track: 'registration', guideline } });
  assert.is((await validate(presented)).status, 204);
  assert.not((await gaps(presented)).includes('quorum'));
  await write(world, 'owner', documentName('report', presented.reportId), complete);
  await arrive('secretary', presented);
  assert.is((await askFreeze(world, 'coordinator', presented)).status, 200);
  const facts = await factsOf(presented);
  assert.equal([facts.registration, facts.quorum], [guideline, null]);
  const late = await ask(server, 'PATCH', path, { cookie, body: { track: 'discussion' } });
  assert.is(refusalCode(late), 'wrong_state', 'the frozen report says otherwise');
});

test('a report frozen without a validated quorum has a gap; with a reason it has none, and says so', async () => {
  await setRules(rules);
  const presented = await presentNewCase(world);
  await write(world, 'owner', documentName('report', presented.reportId), complete);
  await arrive('secretary', presented);
  assert.equal(await gaps(presented), ['quorum']);
  assert.is(refusalCode(await askFreeze(world, 'coordinator', presented)), 'report_gaps');
  await validate(presented, 'Décision urgente');
  assert.equal(await gaps(presented), []);
  assert.is((await askFreeze(world, 'coordinator', presented)).status, 200);
  const missing = [
    { kind: 'specialties', count: 2 },
    { kind: 'rule', anyOf: ['Chirurgie'], count: 1 },
    { kind: 'treating' },
  ];
  assert.equal((await factsOf(presented)).quorum, { met: false, missing, typed: 0, derogation: 'Décision urgente' });
});

async function factsOf({ reportId }: Presented) {
  const [row] = await server.services.database.db
    .select()
    .from(frozenReports)
    .where(eq(frozenReports.reportId, reportId));
  return JSON.parse(row?.facts ?? '{}') as { quorum: unknown; registration: unknown };
}

test.run();
