import { and, eq } from 'drizzle-orm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { auditEvents, documentUpdates } from '@concertation/schema';
import type { CaseCard, CaseDetail, CommentLine, GrantLine } from '@concertation/shared/contracts';
import { listCases } from '../src/cases/index.ts';
import { caseCards } from '../src/http/routes/cases/case-cards.ts';
import { myCases } from '../src/http/routes/cases/my-cases.ts';
import { newId } from '../src/lib/index.ts';
import { auditTrail } from './support/audit-trail.ts';
import { refusalCode } from './support/ask.ts';
import { DemonstrationWorld, newPatient, type Who } from './support/demonstration-world.ts';

let world: DemonstrationWorld;
test.before(async () => {
  world = await DemonstrationWorld.open();
});
test.after(() => world?.stop());

const mine = async (who: Who, search = '') =>
  (await world.get<{ cards: CaseCard[] }>(who, 'GET', `/api/cases?search=${encodeURIComponent(search)}`)).cards;
const read = (who: Who, caseId: string) => world.get<CaseDetail>(who, 'GET', `/api/cases/${caseId}`);
const holds = async (who: Who, caseId: string) => (await mine(who)).some((card) => card.caseId === caseId);
const share = (
  caseId: string,
  who: 'expert' | 'referent' | 'outsider' | 'secretary',
  role: string,
  by: Who = 'presenter',
) => world.ask(by, 'POST', `/api/cases/${caseId}/grants`, { accountId: world.accountId(who), role });

test('a new case has an owner, an empty sheet, and its audit rows', async () => {
  const { db } = world.server.services.database;
  const caseId = await world.openCase('presenter');
  const detail = await read('presenter', caseId);
  assert.equal(
    detail.people.map(({ role, person }) => [role, person?.accountId]),
    [['owner', world.accountId('presenter')]],
  );
  assert.is(detail.meeting, null);
  assert.is(await db.$count(documentUpdates, eq(documentUpdates.document, `case:${caseId}`)), 1, 'only the seed');
  const rows = await auditTrail(world.server, eq(auditEvents.subject, `case:${caseId}`));
  assert.equal(
    rows.map(({ kind }) => kind),
    ['patient.created', 'case.opened', 'grant.given', 'case.read'],
  );
  for (const { patientId } of rows) assert.is(patientId, detail.patient.patientId);
});

// SC-28
test('a colleague named referent at the opening finds the patient among theirs, and may share it further', async () => {
  const caseId = await world.openCase('presenter', { referentId: world.accountId('referent') });
  assert.ok(await holds('referent', caseId));
  assert.ok((await read('referent', caseId)).abilities.includes('case.share'));
});

test('a referent who is nobody is refused, and nothing is opened', async () => {
  const before = (await mine('presenter')).length;
  const answer = await world.ask('presenter', 'POST', '/api/cases', { ...newPatient(), referentId: newId() });
  assert.is(refusalCode(answer), 'invalid');
  assert.is((await mine('presenter')).length, before);
});

// SC-27, SC-29, SC-30, SC-77: one of the four criteria puts the patient on the list; reading it as a member does not.
test('« Mes patients » are those that I added, follow, was asked about or administer', async () => {
  const caseId = await world.openCase('presenter');
  for (const who of ['coordinator', 'secretary', 'expert', 'referent', 'outsider'] as const)
    assert.not(await holds(who, caseId));
  await share(caseId, 'expert', 'expert');
  assert.ok(await holds('expert', caseId));
  const { meetingId } = await world.meeting('planned');
  await world.get('presenter', 'POST', `/api/meetings/${meetingId}/presentations`, { caseId });
  for (const who of ['coordinator', 'secretary'] as const) assert.ok(await holds(who, caseId));
  await share(caseId, 'outsider', 'reader');
  for (const who of ['referent', 'outsider', 'second_presenter'] as const) assert.not(await holds(who, caseId));
  assert.is((await world.ask('second_presenter', 'GET', `/api/cases/${caseId}`)).status, 200);
  assert.ok((await world.meeting('planned')).presentations.some((line) => line.caseId === caseId));
  const card = (await mine('presenter')).find((found) => found.caseId === caseId);
  assert.is(card?.meeting?.meetingId, meetingId);
  assert.is(card?.meeting?.boardName, 'RCP Digestif');
});

test('the newest case comes first', async () => {
  const caseId = await world.openCase('presenter');
  assert.is((await mine('presenter'))[0]?.caseId, caseId);
});

test('patients are found by any part of their names and by birth date, without accents or capitals', async () => {
  const caseId = await world.openCase('presenter', {
    birthName: "L'Hélias-Œil",
    birthGivenName: 'Anaïs',
    birthDate: '1953-12-04',
    usedName: 'Quémeneur',
  });
  for (const search of [
    'helias',
    'HÉLIAS oeil',
    "l'hélias",
    'anais',
    'quemeneur',
    '04/12/1953',
    '1953-12-04',
    'Œil 1953',
  ])
    assert.equal(
      (await mine('presenter', search)).map((card) => card.caseId),
      [caseId],
      search,
    );
  for (const search of ['helias zzz', '05/12/1953', '%', '_', "' or 1=1 --"])
    assert.equal(await mine('presenter', search), [], search);
  assert.equal(await mine('outsider', 'helias'), [], 'a search never finds what one may not read');
});

// SC-27
test('who looks for a case to present finds those that are theirs to share, not those they only write on', async () => {
  const caseId = await world.openCase('presenter');
  await share(caseId, 'expert', 'expert');
  const ids = async (who: 'presenter' | 'expert', query: string) =>
    (await world.get<{ cards: CaseCard[] }>(who, 'GET', `/api/cases${query}`)).cards.map((card) => card.caseId);
  assert.ok((await ids('presenter', '?may=case.share')).includes(caseId));
  assert.ok((await ids('expert', '')).includes(caseId));
  assert.not((await ids('expert', '?may=case.share')).includes(caseId));
  assert.is((await world.ask('expert', 'GET', '/api/cases?may=board.manage')).status, 422);
});

test('a list asks the database as often for many cases as for one', async () => {
  const { db } = world.server.services.database;
  const asked = async (who: 'coordinator' | 'second_presenter') => {
    let queries = 0;
    const counting = new Proxy(db, {
      get(target, key) {
        if (key === 'select' || key === 'selectDistinct' || key === 'execute') queries += 1;
        const value: unknown = Reflect.get(target, key);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
    const why = await myCases(counting, world.accountId(who), 'case.read');
    const { cases } = await listCases(counting, [...why.keys()], { search: 'a', pending: true, answered: true });
    const because = (id: string) => why.get(id) ?? [];
    const cards = await caseCards(
      counting,
      cases.map((one) => ({ ...one, because: because(one.id) })),
    );
    return { queries, cases: cards.length, presented: cards.filter(({ meeting }) => meeting).length };
  };
  const { meetingId } = await world.meeting('planned');
  const caseId = await world.openCase('second_presenter');
  await world.get('second_presenter', 'POST', `/api/meetings/${meetingId}/presentations`, { caseId });
  const one = await asked('second_presenter');
  const many = await asked('coordinator');
  assert.ok(many.cases > one.cases && many.presented > 1);
  assert.ok(many.queries <= one.queries + 1, `${many.queries} against ${one.queries}`);
});

// ACC-13
test('each reading of a case is recorded with who, whom and in which session', async () => {
  const { db } = world.server.services.database;
  const caseId = await world.openCase('presenter');
  await share(caseId, 'expert', 'reader');
  const detail = await read('expert', caseId);
  const recorded = and(eq(auditEvents.kind, 'case.read'), eq(auditEvents.subject, `case:${caseId}`));
  const [row] = await auditTrail(world.server, recorded);
  assert.is(row?.accountId, world.accountId('expert'));
  assert.is(row?.patientId, detail.patient.patientId);
  assert.ok(row?.sessionId);
  await world.ask('outsider', 'GET', `/api/cases/${caseId}`);
  assert.is(await db.$count(auditEvents, recorded), 1, 'a refusal is not a reading');
});

// ACC-3
test('a case that is not yours answers as one that does not exist, on every endpoint', async () => {
  const caseId = await world.openCase('presenter');
  const grantId = (await read('presenter', caseId)).people[0]?.grantId;
  const asks = (id: string): [string, string, unknown?][] => [
    ['GET', `/api/cases/${id}`],
    ['GET', `/api/cases/${id}/opinions`],
    ['POST', `/api/cases/${id}/grants`, { accountId: world.accountId('outsider'), role: 'reader' }],
    ['DELETE', `/api/cases/${id}/grants/${grantId}`],
    ['PATCH', `/api/cases/${id}/patient`, { ...newPatient(), revision: 1 }],
  ];
  const strip = ({ status, body }: { status: number; body: unknown }) => ({
    status,
    body: { ...(body as object), requestId: '' },
  });
  const [foreign, unknown, senseless] = [asks(caseId), asks(newId()), asks('not-an-id')];
  for (const [index, request] of foreign.entries()) {
    const answer = strip(await world.ask('outsider', ...request));
    assert.is(answer.status, 404);
    assert.equal(strip(await world.ask('outsider', ...(unknown[index] as typeof request))), answer);
    assert.equal(strip(await world.ask('outsider', ...(senseless[index] as typeof request))), answer);
    assert.is((await world.ask('nobody', ...request)).status, 401);
  }
});

// ACC-4, ACC-6
test('owner and referent share; expert, reader and board members do not', async () => {
  const caseId = await world.openCase('presenter', { referentId: world.accountId('referent') });
  const { meetingId } = await world.meeting('planned');
  await world.get('presenter', 'POST', `/api/meetings/${meetingId}/presentations`, { caseId });
  assert.is((await share(caseId, 'expert', 'expert', 'referent')).status, 200);
  for (const who of ['expert', 'coordinator', 'secretary', 'second_presenter'] as const)
    assert.is(refusalCode(await share(caseId, 'outsider', 'reader', who)), 'forbidden', who);
  assert.is(refusalCode(await share(caseId, 'outsider', 'reader', 'outsider')), 'not_found');
  assert.is((await world.ask('outsider', 'GET', `/api/cases/${caseId}`)).status, 404);
});

test('a share names somebody, once, with one of three roles', async () => {
  const caseId = await world.openCase('presenter');
  for (const role of ['owner', 'coordinator', 'presented', ''])
    assert.is(refusalCode(await share(caseId, 'expert', role)), 'invalid');
  const nobody = await world.ask('presenter', 'POST', `/api/cases/${caseId}/grants`, {
    accountId: newId(),
    role: 'reader',
  });
  assert.is(refusalCode(nobody), 'invalid');
  const itself = await world.ask('presenter', 'POST', `/api/cases/${caseId}/grants`, {
    accountId: world.accountId('presenter'),
    role: 'reader',
  });
  assert.is(refusalCode(itself), 'invalid');
  const [first, second] = [await share(caseId, 'expert', 'expert'), await share(caseId, 'expert', 'expert')];
  assert.is((first.body as GrantLine).grantId, (second.body as GrantLine).grantId);
  const given = and(eq(auditEvents.kind, 'grant.given'), eq(auditEvents.subject, `case:${caseId}`));
  assert.is(await world.server.services.database.db.$count(auditEvents, given), 2, 'the owner, and one share');
});

// ACC-8
test('sharing again with another role replaces the first', async () => {
  const caseId = await world.openCase('presenter');
  await share(caseId, 'expert', 'expert');
  assert.ok((await read('expert', caseId)).abilities.includes('case.write'));
  await share(caseId, 'expert', 'reader');
  assert.equal((await read('expert', caseId)).abilities, ['case.read']);
  assert.equal(
    (await read('presenter', caseId)).people.map(({ role }) => role),
    ['owner', 'reader'],
  );
});

// ACC-2
test('a withdrawn access ends at once; withdrawn twice, it is unknown', async () => {
  const caseId = await world.openCase('presenter');
  const { grantId } = (await share(caseId, 'outsider', 'reader')).body as GrantLine;
  assert.is((await world.ask('outsider', 'GET', `/api/cases/${caseId}`)).status, 200);
  const withdraw = () => world.ask('presenter', 'DELETE', `/api/cases/${caseId}/grants/${grantId}`);
  assert.is((await withdraw()).status, 204);
  assert.is((await world.ask('outsider', 'GET', `/api/cases/${caseId}`)).status, 404);
  assert.is(refusalCode(await withdraw()), 'not_found');
});

test('a grant of another case cannot be withdrawn through this one', async () => {
  const [caseId, other] = [await world.openCase('presenter'), await world.openCase('presenter')];
  const { grantId } = (await share(other, 'outsider', 'reader')).body as GrantLine;
  assert.is(refusalCode(await world.ask('presenter', 'DELETE', `/api/cases/${caseId}/grants/${grantId}`)), 'not_found');
  assert.is((await world.ask('outsider', 'GET', `/api/cases/${other}`)).status, 200);
});

// ACC-10
test('the owner’s own access stays, and the board’s as long as the case is on its list', async () => {
  const caseId = await world.openCase('presenter');
  const { meetingId } = await world.meeting('planned');
  await world.get('presenter', 'POST', `/api/meetings/${meetingId}/presentations`, { caseId });
  const { people } = await read('presenter', caseId);
  assert.equal(
    people.map(({ role }) => role),
    ['owner', 'presented'],
  );
  for (const { grantId } of people)
    assert.is(
      refusalCode(await world.ask('presenter', 'DELETE', `/api/cases/${caseId}/grants/${grantId}`)),
      'wrong_state',
    );
});

// SC-94 to SC-97, ACC-9
test('« commentaires » shows a referent the reports of their patient, named before or after the meeting', async () => {
  const caseId = await world.openCase('presenter', { referentId: world.accountId('referent') });
  const { meetingId } = await world.meeting('planned');
  await world.get('presenter', 'POST', `/api/meetings/${meetingId}/presentations`, { caseId });
  const opinions = async (who: Who) => {
    const lines = await world.get<CommentLine[]>(who, 'GET', `/api/cases/${caseId}/opinions`);
    return lines.filter((line) => line.kind === 'report');
  };
  assert.equal(
    (await opinions('referent')).map(({ boardName, state }) => [boardName, state]),
    [['RCP Digestif', 'draft']],
  );
  assert.equal(await opinions('presenter'), await opinions('referent'));

  const { grantId } = (await share(caseId, 'outsider', 'reader')).body as GrantLine;
  assert.equal(await opinions('outsider'), [], 'a reader of the sheet reads no report');
  await share(caseId, 'outsider', 'referent');
  assert.is((await opinions('outsider')).length, 1);
  const reportId = (await opinions('outsider'))[0]?.reportId;
  assert.is((await world.ask('outsider', 'GET', `/api/reports/${reportId}`)).status, 200);
  await share(caseId, 'outsider', 'expert');
  assert.equal(await opinions('outsider'), [], 'no longer a referent');
  assert.is((await world.ask('outsider', 'GET', `/api/reports/${reportId}`)).status, 404);
  assert.ok(grantId);
});

test.run();
