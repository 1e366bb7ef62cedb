import { request as httpRequest } from 'node:http';
import { eq } from 'drizzle-orm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { meetings } from '@concertation/schema';
import type { Assistance, Portal } from '@concertation/shared/contracts';
import { createMeeting } from '../src/meetings/index.ts';
import { refusalCode } from './support/ask.ts';
import { DemonstrationWorld } from './support/demonstration-world.ts';

let world: DemonstrationWorld;
let networkId: string;
const slug = 'tetecou';
const network = {
  kind: 'network',
  name: 'Filière Tête et cou',
  slug,
  place: 'Paris',
  presentation: 'Malformations rares de la tête et du cou.',
  help: { email: 'rcp.tetecou@exemple.fr', phone: '01 23 45 67 89' },
  published: true,
};

test.before(async () => {
  world = await DemonstrationWorld.open();
  networkId = (await world.get<{ organisationId: string }>('coordinator', 'POST', '/api/organisations', network))
    .organisationId;
});
test.after(() => world?.stop());

async function createBoard(more: Record<string, unknown>): Promise<string> {
  const { boardId } = await world.get<{ boardId: string }>('coordinator', 'POST', '/api/boards', {
    name: 'RCP Larynx',
    kind: 'rcp_maladie_rare',
    level: 'national',
    organisationIds: [networkId],
    field: 'larynx',
    place: 'Paris',
    published: true,
    ...more,
  });
  return boardId;
}

async function plan(boardId: string, hoursAway: number): Promise<string> {
  const startsAt = new Date(Date.now() + hoursAway * 3_600_000);
  return world.server.services.database.transaction((tx) => createMeeting(tx, { boardId, startsAt }));
}

const readPortal = () => world.get<Portal>('nobody', 'GET', `/api/portals/${slug}`);
const boardNamed = async (name: string) => (await readPortal()).boards.find((board) => board.name === name);

// SC-08, SC-57
test('the portal shows the published boards of its network, and nothing else', async () => {
  const other = await world.get<{ organisationId: string }>('coordinator', 'POST', '/api/organisations', {
    ...network,
    name: 'Filière Os',
    slug: 'os',
  });
  const shown = await createBoard({ name: 'RCP Larynx' });
  await createBoard({ name: 'RCP Secrète', published: false });
  await createBoard({ name: 'RCP d’ailleurs', organisationIds: [other.organisationId] });
  await createBoard({ name: 'RCP de deux filières', organisationIds: [other.organisationId, networkId] });
  await createBoard({ name: 'Avis', kind: 'opinion_platform' });
  const portal = await readPortal();
  assert.equal(
    portal.boards.map(({ name }) => name),
    ['RCP de deux filières', 'RCP Larynx'],
  );
  assert.equal(
    portal.boards.find(({ boardId }) => boardId === shown),
    {
      boardId: shown,
      name: 'RCP Larynx',
      kind: 'rcp_maladie_rare',
      level: 'national',
      field: 'larynx',
      place: 'Paris',
      nextMeetingAt: null,
      meetsToday: false,
      members: [],
    },
  );
  assert.equal(portal.help, network.help);
  assert.is(portal.presentation, network.presentation);
});

test('members’ names are shown only by a board that shows them; guests never', async () => {
  const boardId = await createBoard({ name: 'RCP Oreille', showsMembers: true, admitsGuests: true });
  for (const [who, role] of [
    ['presenter', 'member'],
    ['outsider', 'guest'],
  ] as const)
    await world.get('coordinator', 'POST', `/api/boards/${boardId}/members`, {
      accountId: world.accountId(who),
      role,
    });
  assert.equal((await boardNamed('RCP Oreille'))?.members, ['Pr Hélène Vasseur', 'Dr Camille Durand']);
});

// SC-59, SC-89, SC-90
test('a meeting of today, planned or running, is said; another day, a cancelled or trial one is not', async () => {
  const boardId = await createBoard({ name: 'RCP du jour', timeZone: 'Pacific/Kiritimati' });
  const { db } = world.server.services.database;
  const later = await plan(boardId, 72);
  const before = await boardNamed('RCP du jour');
  assert.is(before?.meetsToday, false);
  assert.ok(before?.nextMeetingAt);
  const today = await plan(boardId, 0);
  assert.is((await boardNamed('RCP du jour'))?.meetsToday, true);
  await db.update(meetings).set({ state: 'running' }).where(eq(meetings.id, today));
  assert.is((await boardNamed('RCP du jour'))?.meetsToday, true);
  await db.update(meetings).set({ fictitious: true }).where(eq(meetings.id, today));
  assert.is((await boardNamed('RCP du jour'))?.meetsToday, false);
  await db.update(meetings).set({ state: 'cancelled' }).where(eq(meetings.id, later));
  assert.is((await boardNamed('RCP du jour'))?.nextMeetingAt, null);
});

test('no word of a patient is on the portal, nor an account’s id or address', async () => {
  const boardId = await createBoard({ name: 'RCP avec dossiers', showsMembers: true });
  const caseId = await world.openCase('coordinator');
  const meetingId = await plan(boardId, 48);
  const path = `/api/meetings/${meetingId}/presentations`;
  assert.is((await world.ask('coordinator', 'POST', path, { caseId })).status, 200);
  const text = JSON.stringify(await readPortal());
  for (const hidden of [
    'Essai',
    'ESSAI',
    'Claude',
    caseId,
    meetingId,
    '@demonstration',
    world.accountId('coordinator'),
  ])
    assert.not.ok(text.includes(hidden), hidden);
});

test('an unpublished network has no portal, like an address that nobody took', async () => {
  await world.get('coordinator', 'POST', '/api/organisations', {
    ...network,
    name: 'Cachée',
    slug: 'cachee',
    published: false,
  });
  for (const address of ['cachee', 'inconnue', 'www', `${slug}%00`, '..%2F..'])
    assert.is(refusalCode(await world.ask('nobody', 'GET', `/api/portals/${address}`)), 'not_found', address);
  const listed = await world.get<{ slug: string }[]>('nobody', 'GET', '/api/portals');
  assert.equal(
    listed.map((portal) => portal.slug),
    ['os', slug, 'digestif'],
  );
});

// SC-07, OO-07
test('help is found without a session, and from the networks of one’s boards with one', async () => {
  const named = (answer: Assistance[]) => answer.map(({ name }) => name);
  const own = 'Établissement de démonstration';
  assert.equal(named(await world.get('nobody', 'GET', '/api/assistance')), [own]);
  assert.equal(named(await world.get('nobody', 'GET', `/api/assistance?slug=${slug}`)), [network.name, own]);
  assert.equal(named(await world.get('nobody', 'GET', '/api/assistance?slug=inconnue')), [own]);
  assert.equal(named(await world.get('outsider', 'GET', '/api/assistance')).slice(-1), [own]);
  assert.ok(named(await world.get('presenter', 'GET', '/api/assistance')).includes(network.name), 'by a board of it');
  const [first] = await world.get<Assistance[]>('nobody', 'GET', `/api/assistance?slug=${slug}`);
  assert.equal(first?.help, network.help);
});

/** Asks with a Host header of its own, which `fetch` does not let one choose. */
function askHost(host: string, path: string): Promise<{ status: number; location: string | undefined; body: string }> {
  const { port } = world.server;
  return new Promise((resolve, reject) => {
    httpRequest(
      { host: '127.0.0.1', port, path, headers: { host: `${host}:${port}`, accept: 'text/html' } },
      (answer) => {
        let body = '';
        answer.on('data', (part: Buffer) => (body += part.toString()));
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, location: answer.headers.location, body }));
      },
    )
      .on('error', reject)
      .end();
  });
}

// SC-08
test('a sub-domain is its portal’s, and has the first page only', async () => {
  const slugOf = async (host: string) =>
    JSON.parse((await askHost(host, '/api/configuration')).body) as { portalSlug: string | null; origin: string };
  assert.equal((await slugOf('tetecou.localhost')).portalSlug, slug);
  assert.is((await slugOf('tetecou.localhost')).origin, world.server.origin);
  for (const host of ['localhost', 'www.localhost', '127.0.0.1', 'tetecou.exemple.fr'])
    assert.is((await slugOf(host)).portalSlug, null, host);
  const inside = await askHost('tetecou.localhost', '/connexion?vers=%2F');
  // Without a built screen there is no page at all, and the answer is not found on every host.
  if (inside.status !== 404) assert.is(inside.location, `${world.server.origin}/connexion?vers=%2F`);
  assert.is((await askHost('tetecou.localhost', '/')).location, undefined);
});

test.run();
