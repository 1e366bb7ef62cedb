import { createHash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { auditEvents, documents, documentUpdates, renditions } from '@concertation/schema';
import type { ReportDetail } from '@concertation/shared/contracts';
import { sectionText } from '@concertation/shared/documents';
import * as Y from 'yjs';
import { readSection, sectionPlainText, writeSection } from '../src/documents/index.ts';
import { type AppError, canonicalJson } from '../src/lib/index.ts';
import { startTestServer, type TestServer } from './harness.ts';
import { auditTrail } from './support/audit-trail.ts';
import { refusalCode } from './support/ask.ts';
import { assertShut, assertStillOpen, countJobs, frozenRows } from './support/frozen-rows.ts';
import {
  type ActorName,
  askFreeze,
  askReport,
  openWorld,
  paragraphs,
  presentComplete,
  presentNewCase,
  type World,
  write,
} from './support/report-world.ts';

let server: TestServer;
let world: World;
test.before(async () => {
  // No key: what is frozen here is never rendered, which is tested elsewhere and takes long.
  server = await startTestServer({
    DEMONSTRATION: '0',
    ESTABLISHMENT_NAME: 'CHU de test',
    SIGNING_P12: 'there-is-no-key.p12',
  });
  world = await openWorld(server);
});
test.after(() => server?.stop());

// FRZ-1
test('only the coordinator and a delegate freeze', async () => {
  const presented = await presentComplete(world);
  for (const who of ['owner', 'referent', 'secretary', 'member'] as const)
    assert.is(refusalCode(await askFreeze(world, who, presented)), 'forbidden', who);
  assert.is(refusalCode(await askFreeze(world, 'outsider', presented)), 'not_found');
  await assertStillOpen(world, presented);
  assert.is((await askFreeze(world, 'delegate', presented)).status, 200);
});

// FRZ-1
test('both identifiers must be the patient’s; accents and case do not matter', async () => {
  const presented = await presentComplete(world);
  const { birthName, birthDate } = presented.identity;
  const wrong = [
    { birthName: 'MARTIN' },
    { birthDate: '1957-03-15' },
    { birthDate: '14/03/1957' },
    { birthName: '', birthDate: '' },
    { birthName: `${birthName}X` },
  ];
  for (const identity of wrong)
    assert.is(
      refusalCode(await askFreeze(world, 'coordinator', presented, identity)),
      'identity_mismatch',
      JSON.stringify(identity),
    );
  await assertStillOpen(world, presented);
  const answer = await askFreeze(world, 'coordinator', presented, {
    birthName: ` ${birthName.toLowerCase().replace('oe', 'œ')} `,
    birthDate,
  });
  assert.is(answer.status, 200);
});

// FRZ-2
test('gaps are listed and refuse the freeze, unless a derogation gives a reason', async () => {
  const presented = await presentNewCase(world);
  const { reportId } = presented;
  const all = [
    { kind: 'section', section: 'question' },
    { kind: 'section', section: 'proposal' },
    { kind: 'field', field: 'decision' },
    { kind: 'field', field: 'completeFile' },
    { kind: 'attendance' },
  ];
  assert.equal((await askReport(world, 'member', 'GET', reportId, '/gaps')).body, all);
  assert.is(refusalCode(await askReport(world, 'outsider', 'GET', reportId, '/gaps')), 'not_found');
  for (const derogation of [null, '', '   ']) {
    const refused = await askFreeze(world, 'coordinator', presented, { derogation });
    assert.is(refusalCode(refused), 'report_gaps');
    assert.equal((refused.body as { details: unknown }).details, { gaps: all });
  }
  await assertStillOpen(world, presented);

  await write(world, 'owner', `report:${reportId}`, {
    sections: { question: ' \u00a0 ', proposal: 'Surveillance' },
    fields: { decision: 'not a decision', completeFile: 'no' },
  });
  const left = [{ kind: 'section', section: 'question' }, { kind: 'field', field: 'decision' }, { kind: 'attendance' }];
  assert.equal((await askReport(world, 'member', 'GET', reportId, '/gaps')).body, left);

  assert.is((await askFreeze(world, 'coordinator', presented, { derogation: ' Urgence ' })).status, 200);
  const [row] = await frozenRows(world, reportId);
  assert.is(row?.derogation, 'Urgence');
  assert.is(JSON.parse(row?.facts ?? '{}').derogation, 'Urgence');
});

test('a derogation given for nothing is not kept', async () => {
  const presented = await presentComplete(world);
  assert.is((await askFreeze(world, 'coordinator', presented, { derogation: 'Au cas où' })).status, 200);
  const [row] = await frozenRows(world, presented.reportId);
  assert.is(row?.derogation, null);
});

// FRZ-5
test('a text that paper would not show as it is does not freeze, and says where', async () => {
  const presented = await presentComplete(world);
  const { reportId } = presented;
  const { live } = server.services;
  const put = (section: string, ...texts: string[]) =>
    live.edit(`report:${reportId}`, world.people.owner.principal, (document) =>
      writeSection(document, section, paragraphs(...texts)),
    );
  const details = async () => {
    const refused = await askFreeze(world, 'coordinator', presented);
    assert.is(refusalCode(refused), 'report_text');
    return (refused.body as { details: unknown }).details;
  };
  await put('discussion', 'tout va bien', 'dose \u202E01\u202C mg');
  assert.equal(await details(), { section: 'discussion', paragraph: 2, character: 'U+202E' });
  await put('discussion', 'tout va \u0007bien');
  assert.equal(await details(), { section: 'discussion', paragraph: 1, character: 'U+0007' });
  await put('discussion', 'Éloïse 👩‍⚕️ ≥ 4 µg العربية, \t fin');
  await write(world, 'owner', `report:${reportId}`, { fields: { guideline: 'TNCD\u2066' } });
  assert.equal(await details(), { field: 'guideline', character: 'U+2066' });
  await write(world, 'owner', `report:${reportId}`, { fields: { guideline: 'TNCD 2026' } });
  await live.edit(`report:${reportId}`, world.people.owner.principal, (document) => {
    const stranger = new Y.XmlText();
    stranger.setAttribute('__type', 'marquee');
    sectionText(document, 'summary').insertEmbed(0, stranger);
  });
  assert.equal(await details(), { section: 'summary', problem: 'unprintable' });
  await assertStillOpen(world, presented);
});

const identity = (familyName: string) => ({ familyName, givenName: 'Camille', rpps: null });

// FRZ-3, FRZ-4, FRZ-6
test('a freeze stores bytes, hash, facts, mark, work and audit together', async () => {
  const presented = await presentComplete(world);
  const { reportId, patientId } = presented;
  const { db } = server.services.database;
  const answer = await askFreeze(world, 'coordinator', presented);
  const shown = answer.body as ReportDetail;
  const [row] = await frozenRows(world, reportId);
  assert.ok(row);
  assert.is(createHash('sha256').update(row.state).digest('hex'), row.stateHash);
  assert.match(row.documentNumber, /^RCP-\d{4}-\d{6}$/);
  assert.is(sectionPlainText(readSection(row.state, 'proposal')), 'Chimiothérapie néoadjuvante ≥ 4 cures');
  assert.is(row.facts, canonicalJson(JSON.parse(row.facts)), 'facts are canonical');
  const facts = JSON.parse(row.facts);
  const [{ arrivedAt, ...participant }] = facts.participants;
  assert.ok(arrivedAt);
  assert.equal(
    { ...facts, participants: [participant] },
    {
      documentNumber: row.documentNumber,
      version: 1,
      replaces: null,
      establishment: 'CHU de test',
      board: { name: 'RCP Digestif', organisation: 'CHU', kind: 'rcp_oncologie' },
      meeting: { startsAt: '2026-03-02T13:00:00.000Z' },
      registration: null,
      quorum: null,
      frozenAt: row.frozenAt.toISOString(),
      frozenBy: { name: 'Dr Camille coordinator', specialty: 'Oncologie médicale', identity: identity('coordinator') },
      derogation: null,
      patient: {
        birthName: presented.identity.birthName,
        birthGivenName: 'ELOISE',
        usedName: null,
        usedGivenName: null,
        birthDate: '1957-03-14',
        sex: 'F',
        identityStatus: 'PROV',
      },
      presenter: { name: 'Dr Camille owner', specialty: 'Oncologie médicale', identity: identity('owner') },
      participants: [{ name: 'Dr Zoé Brun', specialty: 'Radiologie', source: 'secretary', leftAt: null }],
      fields: { decision: 'treatment', completeFile: 'yes', guideline: '', clinicalTrial: '', followUp: '' },
      demonstration: false,
      authors: {
        [world.people.owner.principal.accountId]: {
          name: 'Dr Camille owner',
          specialty: 'Oncologie médicale',
          role: 'presenter',
        },
      },
      ran: { startedAt: null, closedAt: null },
      readBack: { answers: [], earlier: [], awaited: ['Radiologie'] },
      establishmentIds: { oid: null, finess: null, sector: 'SA01' },
      identifiers: {
        reportId,
        setId: reportId,
        replacesId: null,
        patientId,
        caseId: presented.caseId,
        presentationId: presented.presentationId,
        meetingId: presented.meetingId,
        boardId: world.boardId,
      },
      requester: { name: 'Dr Camille owner', specialty: 'Oncologie médicale', identity: identity('owner') },
      correspondents: [],
    },
  );

  const updates = await db
    .select()
    .from(documentUpdates)
    .where(eq(documentUpdates.document, `report:${reportId}`));
  assert.is(row.journalPosition, Math.max(...updates.map(({ position }) => position)));
  const [document] = await db
    .select()
    .from(documents)
    .where(eq(documents.name, `report:${reportId}`));
  assert.ok(document?.sealedAt);
  assert.is((await db.select().from(renditions).where(eq(renditions.reportId, reportId))).length, 1);
  assert.is(await countJobs(world, reportId), 1);
  const audited = await auditTrail(
    server,
    and(eq(auditEvents.kind, 'report.frozen'), eq(auditEvents.subject, `report:${reportId}`)),
  );
  assert.equal(
    audited.map(({ accountId, patientId: whom, details }) => ({ accountId, whom, details })),
    [
      {
        accountId: world.people.coordinator.principal.accountId,
        whom: patientId,
        details: { stateHash: row.stateHash, journalPosition: row.journalPosition, derogation: false },
      },
    ],
  );
  assert.is(shown.documentNumber, row.documentNumber);
  assert.is(shown.stateHash, row.stateHash);
  assert.is(shown.frozenBy, 'Dr Camille coordinator');
});

// FRZ-6
test('pressed ten times at once by two people, there is one frozen version and everybody is told the same', async () => {
  const presented = await presentComplete(world);
  const asking = Array.from({ length: 10 }, (_, index) =>
    askFreeze(world, index % 2 ? 'coordinator' : 'delegate', presented),
  );
  const answers = (await Promise.all(asking)).map(({ status, body }) => {
    assert.is(status, 200);
    const { documentNumber, stateHash, frozenAt, frozenBy } = body as ReportDetail;
    return JSON.stringify({ documentNumber, stateHash, frozenAt, frozenBy });
  });
  assert.is(new Set(answers).size, 1);
  assert.is((await frozenRows(world, presented.reportId)).length, 1);
  assert.is(await countJobs(world, presented.reportId), 1);
  const audited = await auditTrail(
    server,
    and(eq(auditEvents.kind, 'report.frozen'), eq(auditEvents.subject, `report:${presented.reportId}`)),
  );
  assert.is(audited.length, 1);
});

// FRZ-4
test('reports frozen at once get numbers that follow one another', async () => {
  const presented = await Promise.all([
    presentComplete(world),
    presentComplete(world),
    presentComplete(world),
    presentComplete(world),
  ]);
  const answers = await Promise.all(presented.map((one) => askFreeze(world, 'coordinator', one)));
  const numbers = answers
    .map(({ body }) => Number((body as ReportDetail).documentNumber?.slice(9)))
    .sort((a, b) => a - b);
  const [first = 0] = numbers;
  assert.equal(numbers, [first, first + 1, first + 2, first + 3]);
});

// FRZ-13
test('a frozen report refuses every change', async () => {
  const presented = await presentComplete(world);
  const { reportId } = presented;
  await askFreeze(world, 'coordinator', presented);
  const [before] = await frozenRows(world, reportId);
  assert.is(
    refusalCode(await askReport(world, 'secretary', 'POST', reportId, '/state', { state: 'draft' })),
    'report_sealed',
  );
  assert.is(refusalCode(await askReport(world, 'owner', 'POST', reportId, '/prefill')), 'report_sealed');
  await assertShut(world, presented);
  const again = await askFreeze(world, 'delegate', presented, { derogation: 'encore' });
  assert.is((again.body as ReportDetail).documentNumber, before?.documentNumber);
  assert.equal(await frozenRows(world, reportId), [before]);
});

// FRZ-7
test('frozen while people write: what was saved before is in it, what is refused is nowhere', async () => {
  const presented = await presentComplete(world);
  const name = `report:${presented.reportId}` as const;
  const writers: ActorName[] = ['owner', 'secretary', 'coordinator'];
  const saved: string[] = [];
  const refused: string[] = [];
  const enough = Promise.withResolvers<void>();
  const typing = writers.map(async (who) => {
    for (let stroke = 0; refused.every((key) => !key.startsWith(who)); stroke += 1) {
      const key = `${who}-${stroke}`;
      const outcome = await server.services.live
        .edit(name, world.people[who].principal, (document) => document.getMap('fields').set(key, 'x'))
        .then(
          () => saved,
          (error: AppError) => (assert.is(error.code, 'report_sealed'), refused),
        );
      outcome.push(key);
      if (saved.length > 20) enough.resolve();
    }
  });
  await enough.promise;
  assert.is((await askFreeze(world, 'coordinator', presented)).status, 200);
  await Promise.all(typing);

  const [row] = await frozenRows(world, presented.reportId);
  const frozen = new Y.Doc();
  Y.applyUpdate(frozen, row?.state ?? new Uint8Array());
  const keys = new Set(frozen.getMap('fields').keys());
  for (const key of saved) assert.ok(keys.has(key), `${key} was saved`);
  for (const key of refused) assert.not.ok(keys.has(key), `${key} was refused`);
  const rows = await server.services.database.db
    .select()
    .from(documentUpdates)
    .where(eq(documentUpdates.document, name));
  assert.is(
    Math.max(...rows.map(({ position }) => position)),
    row?.journalPosition,
    'the journal ends where the frozen bytes do',
  );
});

test.run();
