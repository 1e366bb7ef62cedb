import { eq } from 'drizzle-orm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { auditEvents } from '@concertation/schema';
import type { BoardCard, OrganisationCard, OrganisationDetail } from '@concertation/shared/contracts';
import { newId } from '../src/lib/index.ts';
import { refusalCode } from './support/ask.ts';
import { auditTrail } from './support/audit-trail.ts';
import { DemonstrationWorld, type Who } from './support/demonstration-world.ts';

let world: DemonstrationWorld;
test.before(async () => {
  world = await DemonstrationWorld.open();
});
test.after(() => world?.stop());

const network = { kind: 'network', name: 'Filière Tête et cou', slug: 'tetecou', place: 'Paris', published: true };

async function create(who: Who, settings: Record<string, unknown>): Promise<string> {
  const { organisationId } = await world.get<{ organisationId: string }>(who, 'POST', '/api/organisations', settings);
  return organisationId;
}
const read = (who: Who, id: string) => world.get<OrganisationDetail>(who, 'GET', `/api/organisations/${id}`);
const search = (who: Who, text: string) =>
  world.get<OrganisationCard[]>(who, 'GET', `/api/organisations?search=${encodeURIComponent(text)}`);
const names = (cards: OrganisationCard[]) => cards.map(({ name }) => name);

// SC-46
test('who creates an organisation administers it, and the audit says so', async () => {
  const id = await create('coordinator', network);
  const detail = await read('coordinator', id);
  assert.is(detail.role, 'administrator');
  assert.ok(detail.abilities.includes('organisation.manage'));
  assert.equal(
    detail.people.map(({ person, role }) => [person.name, role]),
    [['Pr Hélène Vasseur', 'administrator']],
  );
  const trail = await auditTrail(world.server, eq(auditEvents.subject, `organisation:${id}`));
  assert.equal(
    trail.map(({ kind, details }) => [kind, details]),
    [
      ['organisation.created', { kind: 'network' }],
      ['grant.given', { role: 'administrator', granteeKind: 'account', granteeId: world.accountId('coordinator') }],
    ],
  );
});

// SC-08
test('a portal’s address is taken once, even by two at once, and only by a network', async () => {
  const settings = { ...network, name: 'Filière Os', slug: 'os' };
  const answers = await Promise.all(
    (['presenter', 'expert', 'secretary'] as const).map((who) =>
      world.ask(who, 'POST', '/api/organisations', settings),
    ),
  );
  assert.equal(answers.map((answer) => refusalCode(answer) ?? 'done').sort(), ['done', 'slug_taken', 'slug_taken']);
  const other = await create('referent', { ...network, name: 'Filière Peau', slug: 'peau' });
  const path = `/api/organisations/${other}`;
  assert.is(
    refusalCode(await world.ask('referent', 'PATCH', path, { ...settings, name: 'Filière Peau' })),
    'slug_taken',
  );
  assert.is((await read('referent', other)).slug, 'peau');
  for (const wrong of [
    { ...settings, kind: 'establishment', slug: 'chu' },
    { ...settings, slug: 'www' },
    { ...settings, slug: 'connexion' },
    { ...settings, slug: 'Majuscules' },
    { ...settings, slug: null },
    { ...settings, slug: 'libre', name: ' ' },
    { ...settings, slug: 'libre', help: { email: 'nulle-part', phone: '' } },
    { ...settings, slug: 'libre', help: { email: '', phone: 'appelez-moi' } },
  ]) {
    assert.is(refusalCode(await world.ask('referent', 'POST', '/api/organisations', wrong)), 'invalid');
    assert.is(refusalCode(await world.ask('referent', 'PATCH', path, wrong)), 'invalid');
  }
});

test('an organisation is found by name and place, accents and typos tolerated; mine come first without a search', async () => {
  await create('expert', { kind: 'establishment', name: 'Hôpital Édouard-Herriot', place: 'Lyon' });
  await create('presenter', { kind: 'department', name: 'Dermatologie', place: 'Nice' });
  for (const text of ['herriot', 'HOPITAL', 'hopitl heriot', 'lyonn', 'edouard lyon'])
    assert.ok(names(await search('outsider', text)).includes('Hôpital Édouard-Herriot'), text);
  assert.is(names(await search('outsider', 'herriot'))[0], 'Hôpital Édouard-Herriot');
  for (const text of ['Nice', 'zzz', 'herriot bordeaux', '***', "' or 1=1 --"])
    assert.not(names(await search('outsider', text)).includes('Hôpital Édouard-Herriot'), text);
  assert.ok(names(await world.get('outsider', 'GET', '/api/organisations')).includes('Hôpital Édouard-Herriot'));
  const [first] = await world.get<OrganisationCard[]>('expert', 'GET', '/api/organisations');
  assert.is(first?.role, 'administrator');
  assert.is((await search('outsider', 'herriot'))[0]?.role, null);
});

test('only its administrator changes an organisation; to others it is not found', async () => {
  const id = await create('presenter', { kind: 'establishment', name: 'Clinique du Parc' });
  const path = `/api/organisations/${id}`;
  const change = { kind: 'establishment', name: 'Clinique du Lac', help: { email: 'aide@exemple.fr', phone: '' } };
  const commands: [string, string, unknown?][] = [
    ['PATCH', path, change],
    ['POST', `${path}/people`, { accountId: world.accountId('expert'), role: 'affiliate' }],
    ['DELETE', `${path}/people/${newId()}`],
  ];
  await world.get('secretary', 'POST', `${path}/affiliation`);
  for (const [method, address, body] of commands) {
    assert.is(refusalCode(await world.ask('outsider', method, address, body)), 'not_found');
    assert.is(refusalCode(await world.ask('secretary', method, address, body)), 'forbidden');
    assert.is(refusalCode(await world.ask('nobody', method, address, body)), 'signed_out');
  }
  assert.is((await world.ask('presenter', 'PATCH', path, change)).status, 204);
  const detail = await read('outsider', id);
  assert.is(detail.name, 'Clinique du Lac');
  assert.is(detail.help.email, 'aide@exemple.fr');
  assert.equal(names(await search('outsider', 'clinique du lac')).slice(0, 1), ['Clinique du Lac']);
  assert.is(refusalCode(await world.ask('outsider', 'GET', `/api/organisations/${newId()}`)), 'not_found');
});

test('a new name is said and found at once where its boards are', async () => {
  const id = await create('presenter', { kind: 'establishment', name: 'Clinique des Tilleuls' });
  const board = { name: 'RCP Arbres', kind: 'rcp_autre', organisationIds: [id], published: true };
  await world.get('presenter', 'POST', '/api/boards', board);
  await world.get('presenter', 'PATCH', `/api/organisations/${id}`, {
    kind: 'establishment',
    name: 'Clinique des Ormeaux',
  });
  const found = await world.get<BoardCard[]>('outsider', 'GET', '/api/boards?search=ormeaux');
  assert.equal(
    found.map(({ name, organisation }) => [name, organisation]),
    [['RCP Arbres', 'Clinique des Ormeaux']],
  );
  assert.equal(await world.get('outsider', 'GET', '/api/boards?search=tilleuls'), []);
});

// SC-40
test('people join and leave by themselves; who does not belong sees nobody', async () => {
  const id = await create('presenter', { kind: 'department', name: 'Chirurgie B' });
  const path = `/api/organisations/${id}/affiliation`;
  assert.equal((await read('expert', id)).people, []);
  for (const _twice of [1, 2]) assert.is((await world.ask('expert', 'POST', path)).status, 204);
  assert.equal(
    (await read('expert', id)).people.map(({ person, role }) => [person.name, role]),
    [
      ['Dr Camille Durand', 'administrator'],
      ['Dr Antoine Ferrand', 'affiliate'],
    ],
  );
  await world.get('presenter', 'POST', path);
  assert.is((await read('presenter', id)).role, 'administrator', 'joining takes nothing away');
  for (const _twice of [1, 2]) assert.is((await world.ask('expert', 'DELETE', path)).status, 204);
  assert.is((await read('expert', id)).role, null);
  assert.is(refusalCode(await world.ask('expert', 'POST', `/api/organisations/${newId()}/affiliation`)), 'not_found');
});

test('an organisation always keeps an administrator, even when two leave at once', async () => {
  const id = await create('presenter', { kind: 'department', name: 'Chirurgie C' });
  const path = `/api/organisations/${id}`;
  assert.is(refusalCode(await world.ask('presenter', 'DELETE', `${path}/affiliation`)), 'last_administrator');
  const own = (await read('presenter', id)).people[0]?.grantId;
  assert.is(refusalCode(await world.ask('presenter', 'DELETE', `${path}/people/${own}`)), 'last_administrator');
  const demoted = { accountId: world.accountId('presenter'), role: 'affiliate' };
  assert.is(refusalCode(await world.ask('presenter', 'POST', `${path}/people`, demoted)), 'last_administrator');

  const second = { accountId: world.accountId('expert'), role: 'administrator' };
  assert.is((await world.ask('presenter', 'POST', `${path}/people`, second)).status, 204);
  const leaving = await Promise.all(
    (['presenter', 'expert'] as const).map((who) => world.ask(who, 'DELETE', `${path}/affiliation`)),
  );
  assert.equal(leaving.map((answer) => refusalCode(answer) ?? 'done').sort(), ['done', 'last_administrator']);
});

test('a role replaces another; who is nobody is refused; what is not there is not taken out', async () => {
  const id = await create('presenter', { kind: 'department', name: 'Chirurgie D' });
  const path = `/api/organisations/${id}/people`;
  const expert = world.accountId('expert');
  for (const role of ['affiliate', 'administrator', 'administrator', 'affiliate'])
    assert.is((await world.ask('presenter', 'POST', path, { accountId: expert, role })).status, 204);
  const { people } = await read('presenter', id);
  const held = people.filter(({ person }) => person.accountId === expert);
  assert.equal(
    held.map(({ role }) => role),
    ['affiliate'],
  );
  assert.is(
    refusalCode(await world.ask('presenter', 'POST', path, { accountId: newId(), role: 'affiliate' })),
    'invalid',
  );
  assert.is((await world.ask('presenter', 'DELETE', `${path}/${held[0]?.grantId}`)).status, 204);
  assert.is(refusalCode(await world.ask('presenter', 'DELETE', `${path}/${held[0]?.grantId}`)), 'not_found');
  assert.is((await read('presenter', id)).people.length, 1);
});

test.run();
