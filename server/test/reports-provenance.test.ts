import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { and, asc, eq } from 'drizzle-orm';
import { $createParagraphNode, $createTextNode, $getRoot } from 'lexical';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { documentUpdates, frozenReports } from '@concertation/schema';
import type { Provenance, ReportDetail } from '@concertation/shared/contracts';
import { fieldsMap } from '@concertation/shared/documents';
import { documentName } from '@concertation/shared/domain';
import { changeSection } from '../src/documents/rich-text/change-section.ts';
import { JournalAltered, readState, sectionPlainText, writeSection } from '../src/documents/index.ts';
import { chainEntries } from '../src/documents/journal/entry.ts';
import { closeMeeting, moveMeeting } from '../src/meetings/index.ts';
import { readDraft } from '../src/reports/freeze/draft.ts';
import type { ReportFacts } from '../src/reports/facts.ts';
import { computeProvenance } from '../src/reports/provenance/compute-provenance.ts';
import { startTestServer, type TestServer } from './harness.ts';
import { cell, content, table } from './support/lexical-nodes.ts';
import { refusalCode } from './support/ask.ts';
import {
  type ActorName,
  askFreeze,
  askReport,
  openWorld,
  paragraphs,
  presentComplete,
  presentNewCase,
  type Presented,
  type World,
} from './support/report-world.ts';
import { SyncClient } from './support/sync-client.ts';
import { waitFor } from './support/wait-for.ts';

let server: TestServer;
let world: World;
let presented: Presented;
const clients: SyncClient[] = [];

async function open(who: ActorName, name: string): Promise<SyncClient> {
  const client = new SyncClient(server, world.people[who].cookie, name);
  clients.push(client);
  return client.synced();
}

const isSaved = (client: SyncClient) => waitFor(() => client.unsaved === 0, 'saved');

/** A report as a meeting makes one: a sheet prepared, copied, decided live and put right after the end. */
async function holdMeeting(): Promise<Presented> {
  const { services } = server;
  const held = await presentNewCase(world);
  const { caseId, reportId, meetingId, presentationId } = held;
  const sheet = await open('owner', documentName('case', caseId));
  writeSection(sheet.document, 'question', paragraphs('Indication opératoire ?'));
  writeSection(sheet.document, 'history', paragraphs('Douleurs depuis un mois.'));
  await isSaved(sheet);
  const owner = await open('owner', documentName('report', reportId));
  writeSection(owner.document, 'discussion', paragraphs('Vu en consultation.'));
  await isSaved(owner);
  await moveMeeting(services, world.people.secretary.principal, meetingId, { presentationId, from: null });
  assert.is((await askReport(world, 'secretary', 'POST', reportId, '/prefill')).status, 200);
  const secretary = await open('secretary', documentName('report', reportId));
  writeSection(secretary.document, 'proposal', paragraphs('Chirurgie première.'));
  fieldsMap(secretary.document).set('decision', 'treatment');
  fieldsMap(secretary.document).set('completeFile', 'yes');
  await isSaved(secretary);
  await closeMeeting(services, world.people.coordinator.principal, meetingId);
  const coordinator = await open('coordinator', documentName('report', reportId));
  fieldsMap(coordinator.document).set('followUp', 'À trois mois');
  await isSaved(coordinator);
  return held;
}

const signed = ({ reportId }: Presented) =>
  waitFor(
    async () => ((await askReport(world, 'owner', 'GET', reportId)).body as ReportDetail).state === 'signed',
    'the report is signed',
    60_000,
  );

test.before(async () => {
  server = await startTestServer({ DEMONSTRATION: '0' });
  world = await openWorld(server);
  presented = await holdMeeting();
  const { reportId } = presented;
  assert.is(refusalCode(await askReport(world, 'owner', 'GET', reportId, '/provenance')), 'wrong_state');
  const frozen = await askFreeze(world, 'coordinator', presented, { derogation: 'réunion en petit comité' });
  assert.is(frozen.status, 200);
  await signed(presented);
});
test.after(async () => {
  for (const client of clients) client.close();
  await server?.stop();
});

const provenanceOf = async () =>
  (await askReport(world, 'owner', 'GET', presented.reportId, '/provenance')).body as Provenance;

// PRV-3, PRV-4, PRV-5
test('each word has its author, its role, its time, and the part of the sheet it was copied from', async () => {
  const { people, sections, fields } = await provenanceOf();
  const nameOf = (by: number | null) => (by === null ? null : people[by]?.name);
  const told = Object.fromEntries(
    sections.map(({ section, runs }) => [
      section,
      runs.map(({ text, by, when, from }) => [text, nameOf(by), when, from && `${from.section} by ${nameOf(from.by)}`]),
    ]),
  );
  const [owner, secretary, coordinator] = ['owner', 'secretary', 'coordinator'].map((name) => `Dr Camille ${name}`);
  assert.equal(told, {
    question: [['Indication opératoire ?', secretary, 'during', `question by ${owner}`]],
    summary: [
      ['Anamnèse\n', secretary, 'during', null],
      ['Douleurs depuis un mois.', secretary, 'during', `history by ${owner}`],
    ],
    discussion: [['Vu en consultation.', owner, 'before', null]],
    proposal: [['Chirurgie première.', secretary, 'during', null]],
  });
  assert.equal(
    fields.map(({ field, by, when }) => [field, nameOf(by), when]),
    [
      ['decision', secretary, 'during'],
      ['completeFile', secretary, 'during'],
      ['followUp', coordinator, 'after'],
    ],
  );
  assert.equal(
    new Set(people.map(({ name, role }) => `${name} ${role}`)),
    new Set([`${owner} presenter`, `${secretary} secretary`, `${coordinator} coordinator`]),
  );
});

// PRV-6
test('the runs are the frozen words, all of them, and the times are those of the journal', async () => {
  const { sections, stateHash, journal } = await provenanceOf();
  const { state, position } = await readState(server.services.database.db, documentName('report', presented.reportId));
  const draft = readDraft(state);
  for (const { section, runs } of sections) {
    assert.is(runs.map(({ text }) => text).join(''), sectionPlainText(draft.sections[section]));
    for (const { at, until } of runs) assert.ok(at <= until);
  }
  assert.is(journal.rows, position);
  assert.is(stateHash, createHash('sha256').update(state).digest('hex'));
});

// PRV-8, PDF-10
test('the signed file carries the frozen bytes, what they say and who wrote it', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'concertation-provenance-'));
  try {
    const response = await fetch(`${server.origin}/api/reports/${presented.reportId}/pdf`, {
      headers: { cookie: world.people.owner.cookie },
    });
    const file = join(directory, 'report.pdf');
    writeFileSync(file, new Uint8Array(await response.arrayBuffer()));
    execFileSync('pdfdetach', ['-saveall', '-o', directory, file]);
    const read = (name: string) => readFileSync(join(directory, name));
    const provenance = await provenanceOf();
    assert.equal(JSON.parse(read('provenance.json').toString()), provenance);
    assert.is(createHash('sha256').update(read('compte-rendu.yjs')).digest('hex'), provenance.stateHash);
    const said = JSON.parse(read('compte-rendu.json').toString()) as { facts: ReportFacts; stateHash: string };
    assert.is(said.stateHash, provenance.stateHash);
    assert.is(said.facts.documentNumber, provenance.documentNumber);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
});

test('for others it does not exist', async () => {
  const { reportId } = presented;
  assert.is(refusalCode(await askReport(world, 'outsider', 'GET', reportId, '/provenance')), 'not_found');
});

// PRV-6
test('an empty table beside the words stops nothing', async () => {
  const held = await presentComplete(world);
  const owner = await open('owner', documentName('report', held.reportId));
  writeSection(owner.document, 'discussion', content(table([cell(''), cell('')], [cell(''), cell('')])));
  await isSaved(owner);
  assert.is((await askFreeze(world, 'coordinator', held)).status, 200);
  await signed(held);
  const { status, body } = await askReport(world, 'owner', 'GET', held.reportId, '/provenance');
  assert.is(status, 200);
  assert.equal((body as Provenance).sections.find(({ section }) => section === 'discussion')?.runs, []);
});

// PRV-6, FRZ-11
test('in a correction, the words of the first version keep their authors', async () => {
  const { reportId } = presented;
  const corrected = await askReport(world, 'coordinator', 'POST', reportId, '/corrections', { reason: 'dose oubliée' });
  const next = { ...presented, reportId: (corrected.body as { reportId: string }).reportId };
  const delegate = await open('delegate', documentName('report', next.reportId));
  changeSection(delegate.document, 'proposal', () => {
    $getRoot().append($createParagraphNode().append($createTextNode('Puis surveillance.')));
  });
  await isSaved(delegate);
  assert.is((await askFreeze(world, 'delegate', next, { derogation: 'réunion en petit comité' })).status, 200);
  await signed(next);
  const { people, sections, fields } = (await askReport(world, 'owner', 'GET', next.reportId, '/provenance'))
    .body as Provenance;
  const authors = (section: string) =>
    sections
      .find((each) => each.section === section)
      ?.runs.map(({ text, by, when }) => [text, by === null ? null : people[by]?.role, when]);
  assert.equal(authors('proposal'), [
    ['Chirurgie première.\n', 'secretary', 'during'],
    ['Puis surveillance.', 'delegate', 'after'],
  ]);
  assert.equal(authors('question'), [['Indication opératoire ?', 'secretary', 'during']]);
  assert.is(sections.find(({ section }) => section === 'question')?.runs[0]?.from?.section, 'question');
  assert.equal(
    fields.map(({ field, by }) => [field, by === null ? null : people[by]?.role]),
    [
      ['decision', 'secretary'],
      ['completeFile', 'secretary'],
      ['followUp', 'coordinator'],
    ],
  );
});

// PRV-7
test('a forged, altered or missing line of the journal is found', async () => {
  const { db } = server.services.database;
  const { reportId } = presented;
  const [frozen] = await db.select().from(frozenReports).where(eq(frozenReports.reportId, reportId));
  assert.ok(frozen);
  const facts = JSON.parse(frozen.facts) as ReportFacts;
  const rows = eq(documentUpdates.document, documentName('report', reportId));
  const kept = await db.select().from(documentUpdates).where(rows).orderBy(asc(documentUpdates.position));
  const row = kept.find(({ accountId }) => accountId === world.people.secretary.principal.accountId);
  assert.ok(row);
  const one = and(rows, eq(documentUpdates.position, row.position));
  const found = () =>
    computeProvenance(db, frozen, facts).then(
      () => 'believed',
      (error: unknown) => (error instanceof JournalAltered ? 'found' : String(error)),
    );
  const restore = async () => {
    await db.delete(documentUpdates).where(rows);
    await db.insert(documentUpdates).values(kept);
  };
  assert.is(await found(), 'believed');
  const forgeries = [
    () => db.update(documentUpdates).set({ accountId: world.people.owner.principal.accountId }).where(one),
    () =>
      db
        .update(documentUpdates)
        .set({ receivedAt: new Date(0) })
        .where(one),
    () =>
      db
        .update(documentUpdates)
        .set({ update: row.update.map((byte, place) => (place === 9 ? byte ^ 1 : byte)) })
        .where(one),
    () => db.delete(documentUpdates).where(one),
    () => db.delete(documentUpdates).where(rows),
    // Whoever forges a line and chains all those that follow anew: the freeze kept the end of the chain.
    async () => {
      const forged = kept.map((each) => (each === row ? { ...each, accountId: null } : each));
      const chained = chainEntries(forged, new Map());
      await db.delete(documentUpdates).where(rows);
      await db.insert(documentUpdates).values(chained.map((each, index) => ({ ...kept[index], ...each })));
    },
  ];
  for (const forge of forgeries) {
    await forge();
    assert.is(await found(), 'found');
    await restore();
  }
  assert.is(await found(), 'believed');
});

test.run();
