import { and, eq } from 'drizzle-orm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { auditEvents } from '@concertation/schema';
import type { CommentLine, ReportDetail } from '@concertation/shared/contracts';
import { documentName } from '@concertation/shared/domain';
import { AppError } from '../src/lib/index.ts';
import { readSection, readState, sectionPlainText } from '../src/documents/index.ts';
import { closeMeeting } from '../src/meetings/index.ts';
import { currentReports, presentCase, reportsOfCase } from '../src/reports/index.ts';
import { startTestServer, type TestServer } from './harness.ts';
import { auditTrail } from './support/audit-trail.ts';
import { refusalCode } from './support/ask.ts';
import {
  type ActorName,
  askReport,
  openWorld,
  presentNewCase,
  unknownId,
  type World,
  write,
} from './support/report-world.ts';

let server: TestServer;
let world: World;
test.before(async () => {
  server = await startTestServer({ DEMONSTRATION: '0' });
  world = await openWorld(server);
});
test.after(() => server?.stop());

const detail = async (who: ActorName, reportId: string) =>
  (await askReport(world, who, 'GET', reportId)).body as ReportDetail;
const prefill = (who: ActorName, reportId: string) => askReport(world, who, 'POST', reportId, '/prefill');

async function sectionOf(reportId: string, section: string): Promise<string> {
  const { state } = await readState(server.services.database.db, documentName('report', reportId));
  return sectionPlainText(readSection(state, section));
}

async function refusal(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
  return 'no refusal';
}

// SC-98, ACC-3: who finds a report, and that for others it does not exist.
test('a presented case has a report that its people and the board read, and nobody else', async () => {
  const { reportId, presentationId, caseId, meetingId } = await presentNewCase(world);
  for (const who of ['owner', 'referent', 'coordinator', 'delegate', 'secretary', 'member'] as const) {
    const answer = await askReport(world, who, 'GET', reportId);
    assert.is(answer.status, 200, who);
  }
  const refused = await askReport(world, 'outsider', 'GET', reportId);
  const unknown = await askReport(world, 'outsider', 'GET', unknownId());
  assert.is(refusalCode(refused), 'not_found');
  assert.is(refusalCode(unknown), 'not_found');

  const shown = await detail('owner', reportId);
  assert.equal(
    {
      ...shown,
      patient: shown.patient.birthGivenName,
      abilities: shown.abilities.filter((ability) => ability.startsWith('report.')),
    },
    {
      reportId,
      presentationId,
      meetingId,
      caseId,
      boardName: 'RCP Digestif',
      patient: 'ELOISE',
      state: 'draft',
      version: 1,
      replaces: null,
      replacedBy: null,
      isReplaced: false,
      prefilledAt: null,
      frozenAt: null,
      frozenBy: null,
      documentNumber: null,
      stateHash: null,
      signature: 'none',
      signatureFailure: null,
      signatureLevel: null,
      timestampAwaited: false,
      abilities: ['report.read', 'report.write'],
    },
  );
});

test('each access that a presentation gives is recorded', async () => {
  const { reportId, caseId } = await presentNewCase(world);
  const rows = await auditTrail(server, eq(auditEvents.kind, 'grant.given'));
  const roles = (subject: string) =>
    rows.filter((row) => row.subject === subject).map(({ details }) => (details as { role: string }).role);
  assert.equal(roles(`report:${reportId}`), ['presented', 'presenter', 'owner', 'referent']);
  assert.equal(roles(`case:${caseId}`), ['owner', 'referent', 'presented']);
});

test('a reading is recorded', async () => {
  const { reportId, patientId } = await presentNewCase(world);
  await detail('referent', reportId);
  const rows = await auditTrail(
    server,
    and(eq(auditEvents.subject, `report:${reportId}`), eq(auditEvents.kind, 'report.read')),
  );
  assert.equal(
    rows.map(({ kind, accountId, patientId: whom }) => ({ kind, accountId, whom })),
    [{ kind: 'report.read', accountId: world.people.referent.principal.accountId, whom: patientId }],
  );
});

test('a case is presented once per meeting, by who may share it, while the meeting is not over', async () => {
  const { services } = server;
  const { caseId, meetingId } = await presentNewCase(world);
  const { owner, member } = world.people;
  assert.is(await refusal(presentCase(services, owner.principal, { meetingId, caseId })), 'already_presented');
  const other = await presentNewCase(world);
  assert.is(await refusal(presentCase(services, member.principal, { meetingId, caseId: other.caseId })), 'forbidden');
  assert.is(
    await refusal(presentCase(services, world.people.outsider.principal, { meetingId, caseId: other.caseId })),
    'not_found',
  );
  await closeMeeting(services, world.people.secretary.principal, meetingId);
  assert.is(await refusal(presentCase(services, owner.principal, { meetingId, caseId: other.caseId })), 'wrong_state');
  assert.is((await reportsOfCase(services.database.db, owner.principal.accountId, caseId)).length, 1);
});

// SC-95, SC-96
test('« commentaires » lists the reports that the reader may read', async () => {
  const { caseId, reportId, presentationId } = await presentNewCase(world);
  const { db } = server.services.database;
  const lines = await reportsOfCase(db, world.people.referent.principal.accountId, caseId);
  const expected: CommentLine = {
    kind: 'report',
    reportId,
    boardName: 'RCP Digestif',
    meetingStartsAt: '2026-03-02T13:00:00.000Z',
    state: 'draft',
    version: 1,
    replacedBy: null,
    documentNumber: null,
    signedAt: null,
  };
  assert.equal(lines, [expected]);
  assert.equal(await reportsOfCase(db, world.people.outsider.principal.accountId, caseId), []);
  assert.equal(
    [...(await currentReports(db, [presentationId, unknownId()]))],
    [[presentationId, { reportId, state: 'draft' }]],
  );
});

test('the state moves both ways among the three open ones, by who runs the meeting', async () => {
  const { reportId } = await presentNewCase(world);
  for (const state of ['discussion', 'validated', 'draft', 'validated', 'validated'] as const) {
    assert.is((await askReport(world, 'secretary', 'POST', reportId, '/state', { state })).status, 204);
    assert.is((await detail('secretary', reportId)).state, state);
  }
  assert.is(refusalCode(await askReport(world, 'owner', 'POST', reportId, '/state', { state: 'draft' })), 'forbidden');
  assert.is(refusalCode(await askReport(world, 'member', 'POST', reportId, '/state', { state: 'draft' })), 'forbidden');
  assert.is(
    refusalCode(await askReport(world, 'outsider', 'POST', reportId, '/state', { state: 'draft' })),
    'not_found',
  );
  for (const state of ['frozen', 'signed', 'anything'])
    assert.is(refusalCode(await askReport(world, 'coordinator', 'POST', reportId, '/state', { state })), 'invalid');
  const moves = await auditTrail(server, eq(auditEvents.kind, 'report.moved'));
  assert.is(
    moves.filter(({ subject }) => subject === `report:${reportId}`).length,
    4,
    'moving to where it is already is no event',
  );
});

const sheet = {
  diagnosis: 'Adénocarcinome du rectum',
  history: 'Appendicectomie',
  summary: 'IRM : T3N1',
  question: 'Chirurgie première ?',
};

// FRZ-12
test('prefill copies question and summary from the sheet, under small headings', async () => {
  const { caseId, reportId } = await presentNewCase(world);
  await write(world, 'owner', `case:${caseId}`, { sections: sheet });
  const answer = await prefill('secretary', reportId);
  assert.equal(answer.body, { filled: ['question', 'summary'] });
  assert.is(await sectionOf(reportId, 'question'), 'Chirurgie première ?');
  assert.is(
    await sectionOf(reportId, 'summary'),
    'Diagnostic\nAdénocarcinome du rectum\nAnamnèse\nAppendicectomie\nRésumé clinique\nIRM : T3N1',
  );
  assert.ok((await detail('owner', reportId)).prefilledAt);
});

// FRZ-12
test('prefill leaves what people wrote, and fills again what was emptied', async () => {
  const { caseId, reportId } = await presentNewCase(world);
  await write(world, 'owner', `case:${caseId}`, { sections: sheet });
  await write(world, 'owner', `report:${reportId}`, { sections: { question: 'Ma question' } });
  assert.equal((await prefill('owner', reportId)).body, { filled: ['summary'] });
  assert.is(await sectionOf(reportId, 'question'), 'Ma question');
  assert.equal((await prefill('owner', reportId)).body, { filled: [] });
  await write(world, 'owner', `report:${reportId}`, { sections: { question: '' } });
  assert.equal((await prefill('owner', reportId)).body, { filled: ['question'] });
  assert.is(await sectionOf(reportId, 'question'), 'Chirurgie première ?');
});

// FRZ-12
test('several people who prefill at once fill once', async () => {
  const { caseId, reportId } = await presentNewCase(world);
  await write(world, 'owner', `case:${caseId}`, { sections: sheet });
  const asked = ['secretary', 'owner', 'coordinator', 'secretary', 'delegate', 'owner'] as const;
  const answers = await Promise.all(asked.map((who) => prefill(who, reportId)));
  const filled = answers.flatMap(({ body }) => (body as { filled: string[] }).filled);
  assert.equal(filled.sort(), ['question', 'summary']);
  assert.is(await sectionOf(reportId, 'question'), 'Chirurgie première ?');
});

test('prefill from an empty sheet writes nothing; readers may not prefill', async () => {
  const { reportId } = await presentNewCase(world);
  assert.equal((await prefill('owner', reportId)).body, { filled: [] });
  assert.is((await detail('owner', reportId)).prefilledAt, null);
  assert.is(refusalCode(await prefill('member', reportId)), 'forbidden');
  assert.is(refusalCode(await prefill('referent', reportId)), 'forbidden');
  assert.is(refusalCode(await prefill('outsider', reportId)), 'not_found');
});

test.run();
