import { and, eq } from 'drizzle-orm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { accounts, auditEvents, frozenReports, presentations, renditions, reportReadBacks } from '@concertation/schema';
import type { ReadBack } from '@concertation/shared/contracts';
import { fieldsMap } from '@concertation/shared/documents';
import { recordArrival, recordDepartures } from '../src/meetings/index.ts';
import { startTestServer, type TestServer } from './harness.ts';
import { openTools } from './pdf-tools.ts';
import { type Answer, refusalCode } from './support/ask.ts';
import { auditTrail } from './support/audit-trail.ts';
import {
  type ActorName,
  askFreeze,
  askReport,
  openWorld,
  presentComplete,
  type Presented,
  presentNewCase,
  type World,
  write,
} from './support/report-world.ts';
import { SyncClient } from './support/sync-client.ts';
import { waitFor } from './support/wait-for.ts';

const tools = openTools();
let server: TestServer;
let world: World;
test.before(async () => {
  server = await startTestServer({ DEMONSTRATION: '0' });
  world = await openWorld(server);
  const specialties: [ActorName, string][] = [
    ['owner', 'Chirurgie digestive'],
    ['secretary', 'Secrétariat médical'],
  ];
  for (const [name, specialty] of specialties) {
    const { principal } = world.people[name];
    principal.specialty = specialty;
    await server.services.database.db.update(accounts).set({ specialty }).where(eq(accounts.id, principal.accountId));
  }
});
test.after(async () => {
  tools.close();
  await server?.stop();
});

const read = async (who: ActorName, { reportId }: Presented): Promise<ReadBack> => {
  const { status, body } = await askReport(world, who, 'GET', reportId, '/read-back');
  assert.is(status, 200, JSON.stringify(body));
  return body as ReadBack;
};
const answer = (who: ActorName, { reportId }: Presented, body: Record<string, unknown>): Promise<Answer> =>
  askReport(world, who, 'POST', reportId, '/read-back', body);
const agree = async (who: ActorName, presented: Presented): Promise<Answer> =>
  answer(who, presented, { verdict: 'agrees', textHash: (await read(who, presented)).textHash });
async function arrive({ meetingId }: Presented, ...people: ActorName[]): Promise<string[]> {
  const arrival = (who: ActorName) => recordArrival(server.services, meetingId, world.people[who].principal);
  return (await Promise.all(people.map(arrival))).filter((id) => id !== null);
}
const said = ({ answers }: ReadBack) =>
  answers.map(({ name, verdict, reason, holds }) => [name, verdict, reason, holds]);
const propose = (presented: Presented, proposal: string) =>
  write(world, 'secretary', `report:${presented.reportId}`, { sections: { proposal } });
const proposed = 'Chimiothérapie néoadjuvante ≥ 4 cures';

async function signedPdf(reportId: string): Promise<Uint8Array> {
  const rendition = async () =>
    (await server.services.database.db.select().from(renditions).where(eq(renditions.reportId, reportId)))[0];
  await waitFor(async () => Boolean((await rendition())?.signedPdf), 'the report is signed', 60_000);
  return (await rendition())?.signedPdf as Uint8Array;
}

async function factsOf({ reportId }: Presented) {
  const [row] = await server.services.database.db
    .select()
    .from(frozenReports)
    .where(eq(frozenReports.reportId, reportId));
  return JSON.parse(row?.facts ?? '{}');
}

// RBK-1, RBK-2, RBK-4
test('the decision’s exact words are read to those present, each specialty agrees or dissents and says why', async () => {
  const presented = await presentComplete(world);
  await arrive(presented, 'owner', 'member', 'secretary');
  const before = await read('member', presented);
  assert.equal(before.text, {
    lines: [[{ text: proposed, marks: [] }]],
    fields: [
      { field: 'decision', value: 'treatment' },
      { field: 'completeFile', value: 'yes' },
    ],
  });
  assert.equal(before.answers, []);
  assert.equal(
    before.awaited.toSorted(),
    ['Chirurgie digestive', 'Oncologie médicale', 'Radiologie'],
    'a secretary is not awaited',
  );
  assert.is(before.mayAnswer, true);

  const agreed = (await agree('owner', presented)).body as ReadBack;
  assert.equal(said(agreed), [['Dr Camille owner', 'agrees', null, true]]);
  assert.equal(agreed.answers[0]?.specialty, 'Chirurgie digestive');
  const { textHash } = agreed;
  const dissent = { verdict: 'dissents', textHash, reason: ' Chirurgie d’emblée possible ' };
  assert.is((await answer('member', presented, dissent)).status, 200);
  const shown = await read('coordinator', presented);
  assert.equal(said(shown), [
    ['Dr Camille owner', 'agrees', null, true],
    ['Dr Camille member', 'dissents', 'Chirurgie d’emblée possible', true],
  ]);
  assert.equal(shown.awaited, ['Radiologie'], 'the radiologist was typed by the secretary, and has said nothing');

  assert.is((await agree('member', presented)).status, 200);
  assert.equal(
    said(await read('member', presented)),
    [
      ['Dr Camille owner', 'agrees', null, true],
      ['Dr Camille member', 'agrees', null, true],
    ],
    'on the same words the second answer replaces the first',
  );
});

// RBK-2
test('who was not there answers nothing, whoever they are; an outsider finds no report', async () => {
  const presented = await presentComplete(world);
  await arrive(presented, 'owner', 'outsider');
  const { textHash } = await read('owner', presented);
  const agrees = { verdict: 'agrees', textHash };
  for (const who of ['coordinator', 'delegate', 'secretary', 'member', 'referent'] as const) {
    assert.is((await read(who, presented)).mayAnswer, false, who);
    assert.is(refusalCode(await answer(who, presented, agrees)), 'forbidden', who);
  }
  assert.is(refusalCode(await askReport(world, 'outsider', 'GET', presented.reportId, '/read-back')), 'not_found');
  assert.is(refusalCode(await answer('outsider', presented, agrees)), 'not_found');
  const [gone] = await arrive(presented, 'coordinator');
  await recordDepartures(server.services, [gone as string]);
  assert.is((await answer('coordinator', presented, agrees)).status, 200, 'somebody who has left was there');
  const noted = await ask('secretary', presented, 'delegate');
  assert.is(noted.status, 200);
  assert.is((await answer('delegate', presented, agrees)).status, 200, 'noted present in the room by the secretary');
});

async function ask(who: ActorName, { meetingId }: Presented, whom: ActorName): Promise<{ status: number }> {
  return fetch(`${server.origin}/api/meetings/${meetingId}/attendance`, {
    method: 'POST',
    headers: { cookie: world.people[who].cookie, 'content-type': 'application/json', origin: server.origin },
    body: JSON.stringify({ accountId: world.people[whom].principal.accountId, name: 'x', specialty: 'x' }),
  });
}

// RBK-2
test('a dissent says why, an agreement nothing; anything else is invalid', async () => {
  const presented = await presentComplete(world);
  await arrive(presented, 'owner');
  const { textHash } = await read('owner', presented);
  for (const body of [
    { verdict: 'dissents', textHash },
    { verdict: 'dissents', textHash, reason: '  a ' },
    { verdict: 'dissents', textHash, reason: 'x'.repeat(1001) },
    { verdict: 'abstains', textHash },
    { verdict: 'agrees', textHash: 'abc' },
    { verdict: 'agrees' },
  ])
    assert.is(refusalCode(await answer('owner', presented, body)), 'invalid', JSON.stringify(body));
  assert.equal((await read('owner', presented)).answers, []);
});

// RBK-3
test('an edit made on a real channel voids what was answered, visibly; undone to the same words, it holds again', async () => {
  const presented = await presentComplete(world);
  await arrive(presented, 'owner', 'member');
  const { textHash } = await read('owner', presented);
  await agree('owner', presented);

  const screen = new SyncClient(server, world.people.secretary.cookie, `report:${presented.reportId}`);
  await screen.synced();
  fieldsMap(screen.document).set('followUp', 'Dans six semaines');
  await waitFor(() => screen.unsaved === 0, 'the field is saved');
  assert.is(refusalCode(await answer('member', presented, { verdict: 'agrees', textHash })), 'stale');
  const voided = await read('member', presented);
  assert.equal(said(voided), [['Dr Camille owner', 'agrees', null, false]], 'kept, and holds no more');
  assert.ok(voided.awaited.includes('Chirurgie digestive'), 'its specialty is awaited again');
  assert.is.not(voided.textHash, textHash);
  assert.is((await agree('member', presented)).status, 200);

  fieldsMap(screen.document).set('followUp', '');
  await waitFor(() => screen.unsaved === 0, 'the field is emptied');
  screen.close();
  const again = await read('owner', presented);
  assert.is(again.textHash, textHash);
  assert.equal(said(again), [
    ['Dr Camille owner', 'agrees', null, true],
    ['Dr Camille member', 'agrees', null, false],
  ]);
});

// RBK-3
test('other words than the decision’s may change; each version of the decision keeps its answers', async () => {
  const presented = await presentComplete(world);
  await arrive(presented, 'owner');
  await agree('owner', presented);
  await write(world, 'secretary', `report:${presented.reportId}`, { sections: { discussion: 'Tour de table' } });
  assert.equal(said(await read('owner', presented)), [['Dr Camille owner', 'agrees', null, true]]);
  await propose(presented, 'Surveillance');
  const { textHash } = await read('owner', presented);
  await answer('owner', presented, { verdict: 'dissents', textHash, reason: 'Trop attendre' });
  assert.equal(said(await read('owner', presented)), [
    ['Dr Camille owner', 'agrees', null, false],
    ['Dr Camille owner', 'dissents', 'Trop attendre', true],
  ]);
  const rows = await server.services.database.db
    .select()
    .from(reportReadBacks)
    .where(eq(reportReadBacks.reportId, presented.reportId));
  assert.is(rows.length, 2);
});

// RBK-2
test('open screens hear of an answer; the audit keeps who, the verdict, and no word', async () => {
  const presented = await presentComplete(world);
  const { reportId, meetingId, patientId } = presented;
  await arrive(presented, 'owner');
  const screens = [
    new SyncClient(server, world.people.member.cookie, `report:${reportId}`),
    new SyncClient(server, world.people.member.cookie, `meeting:${meetingId}`),
  ];
  for (const screen of screens) await screen.synced();
  const facts = (screen: SyncClient) => screen.messages.filter(({ type }) => type === 'facts').length;
  const before = screens.map(facts);
  const { textHash } = await read('owner', presented);
  await answer('owner', presented, { verdict: 'dissents', textHash, reason: 'Biopsie d’abord' });
  await waitFor(
    () => screens.every((screen, index) => facts(screen) > (before[index] as number)),
    'both screens are told',
  );
  for (const screen of screens) screen.close();
  const about = (kind: string) =>
    auditTrail(server, and(eq(auditEvents.kind, kind), eq(auditEvents.subject, `report:${reportId}`)));
  const { accountId } = world.people.owner.principal;
  assert.equal(
    (await about('report.read_back')).map((row) => [row.accountId, row.patientId, row.details]),
    [[accountId, patientId, { verdict: 'dissents' }]],
  );
  await read('owner', presented);
  assert.equal(
    (await about('report.read')).map((row) => row.accountId),
    [accountId],
    'reading along is one line of the audit',
  );
});

// RBK-5
test('the freeze keeps the answers that hold and who was still awaited, prints them, and closes the read-back', async () => {
  const presented = await presentComplete(world);
  const { reportId } = presented;
  await arrive(presented, 'owner', 'member', 'coordinator');
  const { textHash: first } = await read('coordinator', presented);
  await answer('coordinator', presented, { verdict: 'dissents', textHash: first, reason: 'Trop tôt' });
  await agree('member', presented);
  await propose(presented, 'Chirurgie première');
  await agree('owner', presented);
  const { textHash } = await read('member', presented);
  await answer('member', presented, { verdict: 'dissents', textHash, reason: 'Bilan\nincomplet' });
  assert.is((await askFreeze(world, 'coordinator', presented)).status, 200);

  const { readBack } = await factsOf(presented);
  assert.equal(
    (readBack.answers as Record<string, unknown>[]).map(({ name, specialty, verdict, reason }) => [
      name,
      specialty,
      verdict,
      reason,
    ]),
    [
      ['Dr Camille owner', 'Chirurgie digestive', 'agrees', null],
      ['Dr Camille member', 'Oncologie médicale', 'dissents', 'Bilan\nincomplet'],
    ],
  );
  assert.equal(readBack.awaited, ['Radiologie']);
  assert.equal(
    (readBack.earlier as Record<string, unknown>[]).map(({ name, verdict, reason }) => [name, verdict, reason]),
    [['Dr Camille coordinator', 'dissents', 'Trop tôt']],
    'a dissent from words that changed is not forgotten; an agreement is',
  );

  assert.is(refusalCode(await answer('owner', presented, { verdict: 'agrees', textHash })), 'report_sealed');
  await arrive(presented, 'secretary');
  const shown = await read('owner', presented);
  assert.is(shown.mayAnswer, false);
  assert.equal(shown.awaited, ['Radiologie'], 'as the freeze found it');
  assert.is(shown.answers.filter(({ holds }) => holds).length, 2);

  const words = tools.wordsOf(await signedPdf(reportId));
  const places = [
    'Chirurgie première',
    'Relecture',
    'Accord de Dr Camille owner, Chirurgie digestive,',
    'Désaccord de Dr Camille member, Oncologie médicale,',
    ': Bilan incomplet',
    'Désaccord sur des mots modifiés depuis de Dr Camille coordinator,',
    ': Trop tôt',
    'Spécialités présentes sans réponse : Radiologie.',
    'Figé le',
  ].map((text) => words.indexOf(text, words.indexOf('Proposition de la RCP')));
  assert.ok(
    places.every((place, index) => place > (places[index - 1] ?? 0)),
    JSON.stringify(places),
  );
  assert.not.match(words, 'Accord de Dr Camille coordinator');
});

// RBK-5
test('nobody read it back: the paper says so', async () => {
  const presented = await presentComplete(world);
  assert.is((await askFreeze(world, 'coordinator', presented)).status, 200);
  assert.equal((await factsOf(presented)).readBack, { answers: [], earlier: [], awaited: ['Radiologie'] });
});

// FRZ-2, QUO-3
test('the frozen facts say what the quorum lacked, and how many only the secretary vouched for', async () => {
  const presented = await presentComplete(world);
  const missing = [{ kind: 'rule', anyOf: ['Chirurgie'], count: 1 }];
  await server.services.database.db
    .update(presentations)
    .set({ quorum: { met: false, missing, typed: 1 }, quorumDerogation: 'Urgence' })
    .where(eq(presentations.id, presented.presentationId));
  assert.is((await askFreeze(world, 'coordinator', presented)).status, 200);
  assert.equal((await factsOf(presented)).quorum, { met: false, missing, typed: 1, derogation: 'Urgence' });
});

// FRZ-14
test('a freeze by reading is for the words that were read, and for them alone', async () => {
  const presented = await presentComplete(world);
  const { textHash } = await read('coordinator', presented);
  const reading = (hash: string, patientRevision = 1) => ({
    check: { by: 'reading', textHash: hash, patientRevision },
  });
  await propose(presented, 'Surveillance');
  assert.is(refusalCode(await askFreeze(world, 'coordinator', presented, reading(textHash))), 'stale');
  const { textHash: now } = await read('coordinator', presented);
  assert.is(refusalCode(await askFreeze(world, 'secretary', presented, reading(now))), 'forbidden');
  assert.is(refusalCode(await askFreeze(world, 'coordinator', presented, reading('words'))), 'invalid');
  const another = await askFreeze(world, 'coordinator', presented, reading(now, 2));
  assert.is(refusalCode(another), 'stale', 'another identity than the one that was read');
  assert.is((await askFreeze(world, 'coordinator', presented, reading(now))).status, 200);
  const again = await askFreeze(world, 'coordinator', presented, reading(textHash));
  assert.is(again.status, 200, 'frozen already: everybody is answered the same');
});

// FRZ-2, FRZ-14
test('a freeze by reading does not pass over what is missing', async () => {
  const presented = await presentNewCase(world);
  const { textHash } = await read('coordinator', presented);
  const check = { by: 'reading', textHash, patientRevision: 1 };
  assert.is(refusalCode(await askFreeze(world, 'coordinator', presented, { check })), 'report_gaps');
  assert.is((await askFreeze(world, 'coordinator', presented, { check, derogation: 'Urgence' })).status, 200);
});

test.run();
