import { and, eq } from 'drizzle-orm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { auditEvents, frozenReports, renditions } from '@concertation/schema';
import type { ReportDetail } from '@concertation/shared/contracts';
import { fieldsMap } from '@concertation/shared/documents';
import * as Y from 'yjs';
import { readSection, readState, sectionPlainText } from '../src/documents/index.ts';
import { currentReports, reportsOfCase } from '../src/reports/index.ts';
import { startTestServer, type TestServer } from './harness.ts';
import { auditTrail } from './support/audit-trail.ts';
import { refusalCode } from './support/ask.ts';
import {
  type ActorName,
  askFreeze,
  askReport,
  openWorld,
  presentComplete,
  type Presented,
  type World,
  write,
} from './support/report-world.ts';
import { waitFor } from './support/wait-for.ts';

// FRZ-11: a correction is a new version that names the one it replaces; the first stays as it was.

let server: TestServer;
let world: World;
test.before(async () => {
  server = await startTestServer({ DEMONSTRATION: '0' });
  world = await openWorld(server);
});
test.after(() => server?.stop());

const reason = 'Erreur de côté';
const correct = (who: ActorName, reportId: string, why = reason) =>
  askReport(world, who, 'POST', reportId, '/corrections', { reason: why });
const detail = async (reportId: string, who: ActorName = 'owner') =>
  (await askReport(world, who, 'GET', reportId)).body as ReportDetail;

async function frozenReport(): Promise<Presented> {
  const presented = await presentComplete(world);
  assert.is((await askFreeze(world, 'coordinator', presented)).status, 200);
  return presented;
}

async function corrected(reportId: string): Promise<string> {
  const answer = await correct('coordinator', reportId);
  assert.is(answer.status, 200);
  return (answer.body as { reportId: string }).reportId;
}

async function kept(reportId: string) {
  const { db } = server.services.database;
  const [frozen] = await db.select().from(frozenReports).where(eq(frozenReports.reportId, reportId));
  const [rendition] = await db.select().from(renditions).where(eq(renditions.reportId, reportId));
  return { frozen, rendition };
}

test('only what is frozen is corrected, by the coordinator or a delegate, with a reason', async () => {
  const open = await presentComplete(world);
  assert.is(refusalCode(await correct('coordinator', open.reportId)), 'wrong_state');
  const { reportId } = await frozenReport();
  for (const who of ['owner', 'referent', 'secretary', 'member'] as const)
    assert.is(refusalCode(await correct(who, reportId)), 'forbidden', who);
  assert.is(refusalCode(await correct('outsider', reportId)), 'not_found');
  for (const why of ['', '  ', 'x']) assert.is(refusalCode(await correct('coordinator', reportId, why)), 'invalid');
  assert.is((await detail(reportId)).replacedBy, null);
  assert.is((await correct('delegate', reportId)).status, 200);
});

test('the new version starts from the frozen words, is found by the same people, and can be written', async () => {
  const presented = await frozenReport();
  const { reportId, presentationId, caseId } = presented;
  const next = await corrected(reportId);
  const { state } = await readState(server.services.database.db, `report:${next}`);
  assert.is(sectionPlainText(readSection(state, 'question')), 'Indication opératoire ?');
  assert.is(sectionPlainText(readSection(state, 'proposal')), 'Chimiothérapie néoadjuvante ≥ 4 cures');
  const document = new Y.Doc();
  Y.applyUpdate(document, state);
  assert.is(fieldsMap(document).get('decision'), 'treatment');

  for (const who of ['owner', 'referent', 'coordinator', 'delegate', 'secretary', 'member'] as const) {
    const shown = await detail(next, who);
    assert.equal(
      [shown.version, shown.replaces, shown.replacedBy, shown.state, shown.documentNumber],
      [2, reportId, null, 'draft', null],
      who,
    );
  }
  assert.is(refusalCode(await askReport(world, 'outsider', 'GET', next)), 'not_found');
  const first = await detail(reportId);
  assert.equal([first.replacedBy, first.isReplaced], [next, false], 'a draft replaces nothing');
  await write(world, 'owner', `report:${next}`, { sections: { proposal: 'Chirurgie à gauche' } });

  const { db } = server.services.database;
  assert.equal((await currentReports(db, [presentationId])).get(presentationId), { reportId: next, state: 'draft' });
  const lines = await reportsOfCase(db, world.people.owner.principal.accountId, caseId);
  assert.equal(
    lines.map((line) => [line.reportId, line.version, line.replacedBy]),
    [
      [next, 2, null],
      [reportId, 1, null],
    ],
  );
  const rows = await auditTrail(
    server,
    and(eq(auditEvents.kind, 'report.corrected'), eq(auditEvents.subject, `report:${next}`)),
  );
  assert.equal(
    rows.map(({ details }) => details),
    [{ replaces: reportId }],
  );
});

test('the replaced version keeps its bytes, number and PDF; the new one names it', async () => {
  const presented = await frozenReport();
  const { reportId, identity } = presented;
  await waitFor(async () => (await detail(reportId)).state === 'signed', 'signed', 60_000);
  const before = await kept(reportId);
  const next = await corrected(reportId);
  await write(world, 'owner', `report:${next}`, { sections: { proposal: 'Chirurgie à gauche' } });
  assert.is((await askFreeze(world, 'coordinator', { ...presented, reportId: next, identity })).status, 200);
  await waitFor(async () => (await detail(next)).state === 'signed', 'the correction is signed', 60_000);

  assert.equal(await kept(reportId), before);
  const first = await detail(reportId);
  assert.equal([first.state, first.replacedBy, first.isReplaced], ['signed', next, true]);
  const { frozen } = await kept(next);
  assert.ok(frozen);
  assert.is.not(frozen.documentNumber, before.frozen?.documentNumber);
  const facts = JSON.parse(frozen.facts);
  assert.equal([facts.version, facts.replaces], [2, { documentNumber: before.frozen?.documentNumber, reason }]);
  assert.is(sectionPlainText(readSection(frozen.state, 'proposal')), 'Chirurgie à gauche');

  const third = await corrected(next);
  assert.equal([(await detail(third)).version, (await detail(third)).replaces], [3, next]);
});

test('a version is replaced once, even when two people correct it at once', async () => {
  const { reportId } = await frozenReport();
  const answers = await Promise.all([
    correct('coordinator', reportId),
    correct('delegate', reportId),
    correct('coordinator', reportId),
  ]);
  assert.is(answers.filter(({ status }) => status === 200).length, 1);
  assert.ok(answers.every((answer) => answer.status === 200 || refusalCode(answer) === 'stale'));
  assert.is(refusalCode(await correct('coordinator', reportId)), 'stale');
});

test.run();
