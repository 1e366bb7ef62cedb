import { eq } from 'drizzle-orm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { auditEvents, cases, grants } from '@concertation/schema';
import type { CohortCard, CohortDetail } from '@concertation/shared/contracts';
import { newId } from '../src/lib/index.ts';
import { refusalCode } from './support/ask.ts';
import { auditTrail } from './support/audit-trail.ts';
import { DemonstrationWorld, type Who } from './support/demonstration-world.ts';
import type { DemonstrationKey } from './support/sign-in.ts';

let world: DemonstrationWorld;
test.before(async () => {
  world = await DemonstrationWorld.open();
});
test.after(() => world?.stop());

const create = async (who: Who, name: string, description = '') =>
  (await world.get<{ cohortId: string }>(who, 'POST', '/api/cohorts', { name, description })).cohortId;
const list = (who: Who, search = '') =>
  world.get<CohortCard[]>(who, 'GET', `/api/cohorts?search=${encodeURIComponent(search)}`);
const read = (who: Who, cohortId: string) => world.get<CohortDetail>(who, 'GET', `/api/cohorts/${cohortId}`);
const add = (who: Who, cohortId: string, caseId: string) =>
  world.ask(who, 'POST', `/api/cohorts/${cohortId}/cases`, { caseId });
const takeOut = (who: Who, cohortId: string, caseId: string) =>
  world.ask(who, 'DELETE', `/api/cohorts/${cohortId}/cases/${caseId}`);
const share = (who: Who, cohortId: string, with_: DemonstrationKey) =>
  world.ask(who, 'POST', `/api/cohorts/${cohortId}/members`, { accountId: world.accountId(with_) });
const unshare = (who: Who, cohortId: string, with_: DemonstrationKey) =>
  world.ask(who, 'DELETE', `/api/cohorts/${cohortId}/members/${world.accountId(with_)}`);

async function exported(who: DemonstrationKey, cohortId: string): Promise<{ response: Response; text: string }> {
  const login = await fetch(`${world.server.origin}/api/demo/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account: who }),
  });
  const cookie = login.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';
  const response = await fetch(`${world.server.origin}/api/cohorts/${cohortId}/export.csv`, { headers: { cookie } });
  const bytes = new Uint8Array(await response.arrayBuffer());
  return { response, text: new TextDecoder('utf8', { ignoreBOM: true }).decode(bytes) };
}

// SC-25, SC-35
test('a cohort is created, found by name without accents, changed and deleted by its owner', async () => {
  const cohortId = await create('presenter', 'Œsophage : étude', 'Patients de 2026');
  await create('presenter', 'Ablation');
  const names = (await list('presenter')).map(({ name }) => name);
  assert.equal(names, ['Ablation', 'Œsophage : étude']);
  for (const search of ['oesophage etude', 'ÉTUDE', '2026'])
    assert.equal(
      (await list('presenter', search)).map((one) => one.cohortId),
      [cohortId],
      search,
    );
  assert.equal(await list('presenter', 'foie'), []);
  assert.equal(await list('outsider'), []);

  const change = { name: 'Œsophage', description: '' };
  assert.is((await world.ask('presenter', 'PATCH', `/api/cohorts/${cohortId}`, change)).status, 204);
  const detail = await read('presenter', cohortId);
  assert.equal([detail.name, detail.description, detail.role], ['Œsophage', '', 'cohort_owner']);
  for (const name of ['', '   ', 'a'.repeat(121), 'deux\nlignes'])
    assert.is(refusalCode(await world.ask('presenter', 'POST', '/api/cohorts', { name })), 'invalid');

  const { db } = world.server.services.database;
  const caseId = await world.openCase('presenter');
  await add('presenter', cohortId, caseId);
  assert.is((await world.ask('presenter', 'DELETE', `/api/cohorts/${cohortId}`)).status, 204);
  assert.is((await world.ask('presenter', 'GET', `/api/cohorts/${cohortId}`)).status, 404);
  assert.is(await db.$count(grants, eq(grants.subjectId, cohortId)), 0);
  assert.is(await db.$count(cases, eq(cases.id, caseId)), 1, 'its cases stay');
});

test('a cohort gives no right on a case: what one may not read is only counted', async () => {
  const cohortId = await create('presenter', 'Foie');
  const [shared, secret] = [await world.openCase('presenter'), await world.openCase('presenter')];
  for (const caseId of [shared, secret]) assert.is((await add('presenter', cohortId, caseId)).status, 204);
  await share('presenter', cohortId, 'outsider');
  const before = await read('outsider', cohortId);
  assert.equal([before.cases, before.reserved, before.caseCount], [[], 2, 2]);
  assert.is((await world.ask('outsider', 'GET', `/api/cases/${shared}`)).status, 404);

  const accountId = world.accountId('outsider');
  await world.get('presenter', 'POST', `/api/cases/${shared}/grants`, { accountId, role: 'reader' });
  const after = await read('outsider', cohortId);
  assert.equal(
    after.cases.map(({ caseId }) => caseId),
    [shared],
  );
  assert.is(after.reserved, 1);
  assert.equal(after.abilities, ['cohort.read']);
  assert.equal(
    after.members.map(({ person, role }) => [person.accountId, role]),
    [
      [world.accountId('presenter'), 'cohort_owner'],
      [accountId, 'cohort_member'],
    ],
  );
  assert.is((await list('outsider')).find((one) => one.cohortId === cohortId)?.caseCount, 2);
});

test('only a case that I may read goes in or out, once', async () => {
  const cohortId = await create('presenter', 'Rate');
  await share('presenter', cohortId, 'outsider');
  const [mine, theirs] = [await world.openCase('outsider'), await world.openCase('presenter')];
  for (let times = 0; times < 2; times += 1) assert.is((await add('outsider', cohortId, mine)).status, 204);
  assert.is((await read('outsider', cohortId)).caseCount, 1);
  for (const caseId of [theirs, newId()])
    assert.is(refusalCode(await add('outsider', cohortId, caseId)), 'not_found', 'one that I may not read, or none');
  await add('presenter', cohortId, theirs);
  assert.is(refusalCode(await takeOut('outsider', cohortId, theirs)), 'not_found');
  assert.is(refusalCode(await takeOut('presenter', cohortId, mine)), 'not_found');
  assert.is((await takeOut('outsider', cohortId, mine)).status, 204);
  assert.is(refusalCode(await takeOut('outsider', cohortId, mine)), 'not_found');
  const rows = await auditTrail(world.server, eq(auditEvents.subject, `cohort:${cohortId}`));
  assert.equal(
    rows.map(({ kind }) => kind),
    ['cohort.created', 'grant.given', 'grant.given', 'cohort.case_added', 'cohort.case_added', 'cohort.case_removed'],
  );
});

// ACC-3, ACC-4
test('the owner manages, a member reads, another finds nothing', async () => {
  const cohortId = await create('presenter', 'Pancréas');
  await share('presenter', cohortId, 'expert');
  const caseId = await world.openCase('presenter');
  const asks: [string, string, unknown?][] = [
    ['PATCH', '', { name: 'Autre' }],
    ['DELETE', ''],
    ['POST', '/members', { accountId: world.accountId('outsider') }],
    ['DELETE', `/members/${world.accountId('presenter')}`],
  ];
  for (const [method, path, body] of asks) {
    const to = (who: Who) => world.ask(who, method, `/api/cohorts/${cohortId}${path}`, body);
    assert.is(refusalCode(await to('expert')), 'forbidden', `${method} ${path}`);
    assert.is(refusalCode(await to('outsider')), 'not_found', `${method} ${path}`);
    assert.is((await to('nobody')).status, 401);
  }
  assert.is(refusalCode(await add('outsider', cohortId, caseId)), 'not_found');
  assert.is((await exported('outsider', cohortId)).response.status, 404);
});

test('a cohort is shared with somebody, once, and never with its owner', async () => {
  const cohortId = await create('presenter', 'Estomac');
  for (let times = 0; times < 2; times += 1) assert.is((await share('presenter', cohortId, 'expert')).status, 204);
  assert.is((await read('presenter', cohortId)).members.length, 2);
  assert.is(refusalCode(await share('presenter', cohortId, 'presenter')), 'invalid');
  const nobody = await world.ask('presenter', 'POST', `/api/cohorts/${cohortId}/members`, { accountId: newId() });
  assert.is(refusalCode(nobody), 'invalid');
  assert.is((await unshare('presenter', cohortId, 'expert')).status, 204);
  assert.is((await world.ask('expert', 'GET', `/api/cohorts/${cohortId}`)).status, 404);
  assert.is(refusalCode(await unshare('presenter', cohortId, 'expert')), 'not_found');
  assert.is(refusalCode(await unshare('presenter', cohortId, 'presenter')), 'last_administrator');
});

test('the export holds the cases that its reader may read, and says so in the audit', async () => {
  const cohortId = await create('presenter', 'Export');
  const [mine, theirs] = [
    await world.openCase('presenter', { birthName: 'Œuf-d’Or', usedName: 'Zoé' }),
    await world.openCase('outsider'),
  ];
  await add('presenter', cohortId, mine);
  await share('presenter', cohortId, 'outsider');
  await add('outsider', cohortId, theirs);
  const { response, text } = await exported('presenter', cohortId);
  assert.match(response.headers.get('content-type') ?? '', 'text/csv');
  assert.match(
    response.headers.get('content-disposition') ?? '',
    /^attachment; filename="cohorte-\d{4}-\d\d-\d\d\.csv"$/,
  );
  assert.is(text.codePointAt(0), 0xfeff);
  assert.match(text, `${mine};OEUF-D'OR;CLAUDE;ZOE;`);
  assert.not.match(text, theirs);
  assert.is(text.trimEnd().split('\r\n').length, 2);
  const rows = await auditTrail(world.server, eq(auditEvents.kind, 'cohort.exported'));
  assert.equal(
    rows.map(({ subject, details, accountId }) => [subject, details, accountId]),
    [[`cohort:${cohortId}`, { count: 1 }, world.accountId('presenter')]],
  );
});

test.run();
