import { eq } from 'drizzle-orm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { auditEvents } from '@concertation/schema';
import type { Correspondent } from '@concertation/shared/contracts';
import { forgetCorrespondent } from '../src/cases/index.ts';
import { startTestServer, type TestServer } from './harness.ts';
import { refusalCode } from './support/ask.ts';
import { auditTrail } from './support/audit-trail.ts';
import { listenTo } from './support/listen-to.ts';
import { PresentingWorld } from './support/presenting-world.ts';
import { type ActorName, unknownId } from './support/report-world.ts';

let server: TestServer;
let world: PresentingWorld;
test.before(async () => {
  server = await startTestServer({ DEMONSTRATION: '0' });
  world = await PresentingWorld.open(server);
});
test.after(() => server?.stop());

const path = (caseId: string, id = '') => `/api/cases/${caseId}/correspondents${id && `/${id}`}`;
const list = (caseId: string, who: ActorName = 'owner') => world.get<Correspondent[]>(who, 'GET', path(caseId));
const add = (caseId: string, body: object, who: ActorName = 'owner') => world.ask(who, 'POST', path(caseId), body);
const brun = { role: 'general_practitioner', name: 'Dr Zoé Brun', address: 'zoe.brun@medecin.mssante.fr' };

// CM-38
test('a médecin traitant and correspondents are added, listed with the first on top, and audited', async () => {
  const caseId = await world.case('owner', null);
  assert.equal(await list(caseId), []);
  const other = { role: 'correspondent', name: 'Dr Lœuvre' };
  assert.is((await add(caseId, other)).status, 200);
  assert.is((await add(caseId, brun)).status, 200);
  const [first, second, ...more] = await list(caseId);
  assert.equal(more, []);
  assert.equal({ ...first, correspondentId: '' }, { ...brun, correspondentId: '', accountId: null });
  assert.equal({ ...second, correspondentId: '' }, { ...other, correspondentId: '', accountId: null, address: null });
  const acts = await auditTrail(server, eq(auditEvents.subject, `case:${caseId}`));
  const added = acts.filter(({ kind }) => kind === 'correspondent.added').map(({ details }) => details);
  assert.equal(added, [
    { correspondentId: second?.correspondentId, role: 'correspondent' },
    { correspondentId: first?.correspondentId, role: 'general_practitioner' },
  ]);
});

// CM-38
test('another médecin traitant takes the place of the first, even when two are given at once', async () => {
  const caseId = await world.case('owner', null);
  const answers = await Promise.all(
    ['Dr A', 'Dr B', 'Dr C'].map((name) => add(caseId, { role: 'general_practitioner', name })),
  );
  assert.equal(
    answers.map(({ status }) => status),
    [200, 200, 200],
  );
  assert.is((await list(caseId)).length, 1);
  const acts = await auditTrail(server, eq(auditEvents.subject, `case:${caseId}`));
  assert.is(acts.filter(({ kind }) => kind === 'correspondent.removed').length, 2);
});

// CM-37
test('a colleague with an account is called as they call themselves, once', async () => {
  const caseId = await world.case('owner', null);
  const accountId = world.accountId('member');
  const colleague = { role: 'correspondent', name: 'Quelqu’un', accountId };
  assert.is((await add(caseId, colleague)).status, 200);
  assert.equal((await list(caseId))[0]?.name, 'Dr Camille member');
  assert.is(refusalCode(await add(caseId, colleague)), 'invalid');
  assert.is((await add(caseId, { ...colleague, role: 'general_practitioner' })).status, 200, 'in another role');
  assert.is(refusalCode(await add(caseId, { ...colleague, accountId: unknownId() })), 'invalid');
});

// CM-38
test('a correspondent is removed once; one of another case, or of none, is not there', async () => {
  const [caseId, otherCase] = [await world.case('owner', null), await world.case('owner', null)];
  await add(caseId, brun);
  const id = (await list(caseId))[0]?.correspondentId ?? '';
  assert.is(refusalCode(await world.ask('owner', 'DELETE', path(otherCase, id))), 'not_found');
  assert.is(refusalCode(await world.ask('owner', 'DELETE', path(caseId, unknownId()))), 'not_found');
  assert.is((await world.ask('owner', 'DELETE', path(caseId, id))).status, 204);
  assert.equal(await list(caseId), []);
  assert.is(refusalCode(await world.ask('owner', 'DELETE', path(caseId, id))), 'not_found');
});

test('who may read the case reads them, and who may write on it changes them', async () => {
  const caseId = await world.case('owner', null);
  await add(caseId, brun);
  const id = (await list(caseId))[0]?.correspondentId ?? '';
  for (const [method, at, body] of [
    ['GET', path(caseId), undefined],
    ['POST', path(caseId), brun],
    ['DELETE', path(caseId, id), undefined],
  ] as const)
    assert.is(refusalCode(await world.ask('outsider', method, at, body)), 'not_found', method);
  const reader = { accountId: world.accountId('outsider'), role: 'reader' };
  await world.get('owner', 'POST', `/api/cases/${caseId}/grants`, reader);
  assert.is((await list(caseId, 'outsider')).length, 1);
  assert.is(refusalCode(await add(caseId, brun, 'outsider')), 'forbidden');
  assert.is(refusalCode(await world.ask('outsider', 'DELETE', path(caseId, id))), 'forbidden');
});

// ACC-9
test('an expert, who reads no report, does not say who receives them', async () => {
  const caseId = await world.case('owner', null);
  await add(caseId, brun);
  const id = (await list(caseId))[0]?.correspondentId ?? '';
  const expert = { accountId: world.accountId('outsider'), role: 'expert' };
  await world.get('owner', 'POST', `/api/cases/${caseId}/grants`, expert);
  assert.is((await list(caseId, 'outsider')).length, 1);
  assert.is(refusalCode(await add(caseId, brun, 'outsider')), 'forbidden');
  assert.is(refusalCode(await world.ask('outsider', 'DELETE', path(caseId, id))), 'forbidden');
});

test('what is no role, no name, no address or one too many is refused', async () => {
  const caseId = await world.case('owner', null);
  for (const wrong of [
    { ...brun, role: 'owner' },
    { ...brun, name: ' ' },
    { ...brun, name: 'x'.repeat(121) },
    { ...brun, name: 'Dr\u202E' },
    { ...brun, address: 'not an address' },
    { ...brun, address: 'a@b.fr\r\nBcc: c@d.fr' },
    { ...brun, accountId: 'nobody' },
  ])
    assert.is(refusalCode(await add(caseId, wrong)), 'invalid', JSON.stringify(wrong));
  assert.equal(await list(caseId), []);
  for (let number = 0; number < 20; number += 1) await add(caseId, { role: 'correspondent', name: `Dr ${number}` });
  assert.is(refusalCode(await add(caseId, { role: 'correspondent', name: 'Dr 21' })), 'invalid');
  assert.is((await list(caseId)).length, 20);
});

test('open screens of the case hear of it', async () => {
  const caseId = await world.case('owner', null);
  const { heard } = await listenTo(server.services.database, 'facts_changed');
  await add(caseId, brun);
  await heard(`case:${caseId}`);
});

// SC-44
test('an erased account is no longer a correspondent; the name stays with the record', async () => {
  const caseId = await world.case('owner', null);
  const accountId = world.accountId('delegate');
  await add(caseId, { role: 'correspondent', name: '-', accountId, address: 'd@medecin.mssante.fr' });
  await server.services.database.transaction((tx) => forgetCorrespondent(tx, accountId));
  const [found] = await list(caseId);
  assert.equal([found?.name, found?.accountId, found?.address], ['Dr Camille delegate', null, null]);
});

test.run();
