import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { fieldsMap, sectionText } from '@concertation/shared/documents';
import { verifyJournal } from '../src/documents/index.ts';
import { startTestServer, type TestServer } from './harness.ts';
import { RawSocket } from './support/raw-socket.ts';
import { rawUpgrade } from './support/raw-upgrade.ts';
import { SyncClient } from './support/sync-client.ts';
import { createOpenDocument, createPerson, type TestPerson } from './support/sync-world.ts';
import { waitFor } from './support/wait-for.ts';
import { whileJournalWaits } from './support/while-journal-waits.ts';

let server: TestServer;
let ada: TestPerson;
let ben: TestPerson;
let eve: TestPerson;
const opened: { close: () => void }[] = [];

const connect = (person: TestPerson, name: string, before?: SyncClient) => {
  const client = new SyncClient(server, person.cookie, name, before);
  opened.push(client);
  return client;
};
const open = (person: TestPerson, name: string) => connect(person, name).synced();
async function raw(person: TestPerson, headers: Record<string, string> = {}): Promise<RawSocket> {
  const socket = (await RawSocket.connect(server, { cookie: person.cookie, ...headers })) as RawSocket;
  opened.push({ close: () => socket.end() });
  return socket;
}
/** Ben only reads. */
const sharedCase = () =>
  createOpenDocument(server, 'case', [
    [ada, 'owner'],
    [eve, 'expert'],
    [ben, 'reader'],
  ]);
const rowCount = async (name: string) => (await verifyJournal(server.services.database.db, name)).rows;

/** The update of a change made on a copy of what a client holds. */
function updateOn(base: Y.Doc | null, change: (document: Y.Doc) => void, clientId?: number): Uint8Array {
  const document = new Y.Doc();
  if (base) Y.applyUpdate(document, Y.encodeStateAsUpdate(base));
  if (clientId !== undefined) document.clientID = clientId;
  const before = Y.encodeStateVector(document);
  change(document);
  return Y.encodeStateAsUpdate(document, before);
}

test.before(async () => {
  server = await startTestServer({
    SYNC_MESSAGE_BYTES: '20000',
    SYNC_DOCUMENT_BYTES: '60000',
    SYNC_PENDING_BYTES: '40000',
    SYNC_CONNECTIONS_PER_ACCOUNT: '6',
    SYNC_MESSAGES_PER_SECOND: '100',
  });
  ada = await createPerson(server, 'ADA');
  ben = await createPerson(server, 'BEN');
  eve = await createPerson(server, 'EVE');
});
test.after.each(() => {
  for (const one of opened.splice(0)) one.close();
});
test.after(() => server?.stop());

// SYNC-14
test('the upgrade is refused without a session, from another site, elsewhere, and past the limit', async () => {
  assert.is(await RawSocket.connect(server, {}), 401);
  assert.is(await RawSocket.connect(server, { cookie: 'session=forged' }), 401);
  assert.is(await RawSocket.connect(server, { cookie: ada.cookie, origin: 'https://evil.example' }), 403);
  assert.is(await RawSocket.connect(server, { cookie: ada.cookie }, '/elsewhere'), 404);
  await raw(ada, { origin: server.origin });
  for (let index = 1; index < 6; index += 1) await raw(ada);
  assert.is(await RawSocket.connect(server, { cookie: ada.cookie }), 429);
});

// SYNC-14
test('an upgrade whose target, host, origin or cookies mean nothing is refused, and the server lives on', async () => {
  for (const target of [
    '//',
    '///',
    '//sync',
    '//a:b@localhost/sync',
    'http://a:b@localhost/sync',
    'http://[/sync',
    '*',
  ])
    assert.is(await rawUpgrade(server.port, target, { Cookie: ada.cookie }), 404, target);
  assert.is(await rawUpgrade(server.port, '/sync', { Origin: 'http://[' }), 403);
  const unreadable: Record<string, string>[] = [
    { Host: '[' },
    { Host: '//@:x' },
    { Cookie: '=;;session=%E0%A4%A;=session' },
  ];
  for (const headers of unreadable) assert.is(await rawUpgrade(server.port, '/sync', headers), 401);
  assert.is(await rawUpgrade(server.port, '/sync?%ff', { Cookie: ada.cookie, Host: '[' }), 101);
  await raw(ada);
});

// SYNC-13: no difference between what does not exist and what is not theirs
test('a channel is refused alike for an unknown document, somebody else’s, and a name that is none', async () => {
  const foreign = await createOpenDocument(server, 'case', [[ben, 'owner']]);
  const socket = await raw(ada);
  for (const name of [
    foreign,
    'case:00000000-0000-7000-8000-000000000000',
    'report:nothing',
    'case:__proto__',
    '../etc',
  ])
    assert.is(await socket.open(name), 'not_found', name);
});

// SYNC-10
test('undecodable, truncated and foreign updates close their own channel, and nobody else hears of them', async () => {
  const name = await sharedCase();
  const a = await open(ada, name);
  a.type('intact ');
  await a.saved();
  const good = updateOn(a.document, (document) => sectionText(document, 'summary').insert(0, 'tronqué et plus long'));
  const foreign = updateOn(null, (document) => document.getText('elsewhere').insert(0, 'x'));
  for (const bytes of [
    Uint8Array.of(1, 2, 3, 4, 255),
    good.subarray(0, good.length - 2),
    good.subarray(0, 9),
    foreign,
    new Uint8Array(0),
  ]) {
    const socket = await raw(eve);
    assert.is(await socket.open(name), null);
    socket.sendUpdate(name, bytes);
    await waitFor(() => socket.closeReason(name) === 'update_refused', 'the channel closed');
    assert.is(socket.statuses(name).includes(true), false);
    socket.end();
    await waitFor(() => socket.closed !== null, 'the socket closed');
  }
  a.type('toujours ');
  await a.saved();
  assert.is(a.text, 'toujours intact ');
  assert.is(await rowCount(name), 3);
});

// SYNC-10: frames that are no frame at all
test('bytes that are no frame close their socket, and only it', async () => {
  const name = await sharedCase();
  const a = await open(ada, name);
  for (const bytes of [
    Uint8Array.of(255, 255, 255, 255),
    new Uint8Array(0),
    Uint8Array.of(3, 65, 66),
    new Uint8Array(50).fill(200),
  ]) {
    const socket = await raw(eve);
    socket.sendBytes(bytes);
    socket.sendUpdate(name, Uint8Array.of(0, 0));
    await waitFor(() => socket.closed !== null || socket.frames.length === 0, 'an end');
    socket.end();
  }
  a.type('là ');
  await a.saved();
});

// SYNC-11
test('an update that follows one never received is neither applied nor acknowledged', async () => {
  const name = await sharedCase();
  const a = await open(ada, name);
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(a.document));
  sectionText(copy, 'summary').insert(0, 'perdu ');
  const vector = Y.encodeStateVector(copy);
  sectionText(copy, 'summary').insert(0, 'suite ');
  const socket = await raw(eve);
  await socket.open(name);
  // It may overtake the answer of synchronisation, which brings what it lacks: it is put off, and acknowledged with it.
  socket.sendUpdate(name, Y.encodeStateAsUpdate(copy, vector));
  socket.sendUpdate(name, Y.encodeStateAsUpdate(copy), 1);
  await a.sees('suite perdu');
  await waitFor(() => socket.statuses(name).length === 2, 'one answer for each');
  assert.equal(socket.statuses(name), [true, true]);
  assert.is(await rowCount(name), 2);
  // After that answer, what it lacks was refused: it is too, and its client is told to send everything again.
  sectionText(copy, 'summary').insert(0, 'perdu encore ');
  const again = Y.encodeStateVector(copy);
  sectionText(copy, 'summary').insert(0, 'et la suite ');
  socket.sendUpdate(name, Y.encodeStateAsUpdate(copy, again));
  await waitFor(() => socket.statuses(name).length === 3, 'the refusal');
  assert.equal(socket.statuses(name), [true, true, false]);
  assert.equal(socket.told(name), [
    { type: 'refused', code: 'storage_unavailable' },
    { type: 'storage', state: 'ok' },
  ]);
  assert.is(await rowCount(name), 2);
});

// SYNC-10
test('a reader’s updates reach nobody and are not acknowledged', async () => {
  const name = await sharedCase();
  const [a, b] = [await open(ada, name), await open(ben, name)];
  b.type('interdit ');
  a.type('permis ');
  await b.sees('permis');
  assert.is(a.text, 'permis ');
  assert.ok(b.unsaved > 0);
  const socket = await raw(ben);
  await socket.open(name);
  for (const kind of [1, 2] as const)
    socket.sendUpdate(
      name,
      updateOn(null, (document) => fieldsMap(document).set('stage', 'x')),
      kind,
    );
  await waitFor(() => socket.statuses(name).length === 2, 'two answers');
  assert.equal(socket.statuses(name), [false, false]);
  assert.is(await rowCount(name), 2);
});

// SYNC-16
test('an update above the limit is refused with words, on a channel that stays; a monstrous frame closes the socket', async () => {
  const name = await sharedCase();
  const a = await open(ada, name);
  a.type('x'.repeat(21_000));
  await a.told('refused', { code: 'too_large' });
  assert.ok(a.unsaved > 0);
  const b = await open(eve, name);
  b.type('petit ');
  await a.sees('petit');
  assert.is(await rowCount(name), 2);
  const socket = await raw(eve);
  await socket.open(name);
  socket.sendBytes(new Uint8Array(81_000));
  await waitFor(() => socket.closed?.code === 1009, 'the socket closed');
});

// SYNC-16
test('a document does not grow past its limit, and can be emptied again', async () => {
  const name = await sharedCase();
  const a = await open(ada, name);
  for (let index = 0; index < 3; index += 1) {
    a.type('y'.repeat(18_000));
    await a.saved();
  }
  a.type('y'.repeat(18_000));
  await a.told('refused', { code: 'document_full' });
  a.close();
  const b = await open(eve, name);
  assert.is(b.text.length, 54_000);
  sectionText(b.document, 'summary').delete(0, 54_000);
  await b.saved();
  b.type('de la place ');
  await b.saved();
});

// SYNC-6
test('past the memory kept for a database that is away, edits are refused with words, and all of it lands when it is back', async () => {
  const name = await sharedCase();
  const [a, b] = [await open(ada, name), await open(eve, name)];
  await whileJournalWaits(server, async () => {
    for (let index = 0; index < 6; index += 1) a.type(`${index}`.repeat(9_000));
    await a.told('refused', { code: 'storage_unavailable' });
    await b.told('storage', { state: 'full' });
    await b.sees('0'.repeat(9_000));
    assert.ok(a.unsaved > 0);
  });
  await a.saved();
  await b.sees('5'.repeat(9_000));
  assert.is(a.text, b.text);
});

// SYNC-12
test('nobody writes under a client id that another person announced', async () => {
  const name = await sharedCase();
  const a = await open(ada, name);
  a.type('de moi ');
  await a.saved();
  const forge = () =>
    updateOn(a.document, (document) => sectionText(document, 'summary').insert(0, 'pas de moi '), a.document.clientID);
  for (const kind of [1, 2] as const) {
    const socket = await raw(eve);
    await socket.open(name);
    socket.sendUpdate(name, forge(), kind);
    await waitFor(() => socket.closeReason(name) === 'update_refused', 'the channel closed');
    socket.end();
  }
  const b = await open(ben, name);
  a.close();
  const socket = await raw(eve);
  await socket.open(name);
  socket.sendUpdate(name, forge());
  await waitFor(() => socket.closeReason(name) === 'update_refused', 'the channel closed, though she left');
  assert.is(b.text, 'de moi ');
});

// SYNC-12
test('presence says who it is from the session, whatever the client says', async () => {
  const name = await sharedCase();
  const a = await open(ada, name);
  const e = await open(eve, name);
  e.provider.setAwarenessField('user', { accountId: ada.accountId, name: 'Dr Usurpée', color: 'red' });
  e.provider.setAwarenessField('name', 'Dr Usurpée');
  e.provider.setAwarenessField('sections', { summary: { name: 'Dr Usurpée', color: 'red', focusing: true } });
  const stateOfEve = () =>
    a.provider.awareness?.getStates().get(e.document.clientID) as Record<string, never> | undefined;
  await waitFor(() => stateOfEve()?.sections !== undefined, 'her cursor');
  const state = stateOfEve() as unknown as {
    user: { name: string; accountId: string; color: string };
    name: string;
    sections: { summary: { name: string; color: string; focusing: boolean } };
  };
  assert.is(state.user.name, eve.name);
  assert.is(state.user.accountId, eve.accountId);
  assert.is(state.name, eve.name);
  assert.equal(state.sections.summary, { name: eve.name, color: state.user.color, focusing: true });
  assert.is(a.others.length, 1, 'and no ghost beside her');
});

// SYNC-12
test('nobody shows themselves under another’s client id; the same person’s next socket may', async () => {
  const name = await sharedCase();
  const a = await open(ada, name);
  const b = await open(ben, name);
  a.provider.setAwarenessField('cursor', 'there');
  await waitFor(() => b.others.length === 1, 'one other');
  const scratch = new Y.Doc();
  scratch.clientID = a.document.clientID;
  const forged = new Awareness(scratch);
  forged.setLocalState({ cursor: 'elsewhere' });
  for (let index = 0; index < 20; index += 1) forged.setLocalStateField('cursor', `elsewhere ${index}`);
  const socket = await raw(eve);
  await socket.open(name);
  socket.sendAwareness(name, encodeAwarenessUpdate(forged, [scratch.clientID]));
  forged.destroy();
  b.type('ignored');
  a.provider.setAwarenessField('cursor', 'here');
  const again = await connect(ada, name, a).synced();
  await waitFor(() => b.others.length === 1 && b.others[0]?.accountId === ada.accountId, 'only her');
  again.provider.setAwarenessField('cursor', 'moved');
  await waitFor(() => b.provider.awareness?.getStates().get(a.document.clientID)?.cursor === 'moved', 'her new socket');
  a.close();
  again.close();
  await waitFor(() => b.others.length === 0, 'nobody left behind');
});

// SYNC-16
test('a client that floods is slowed down, and loses nothing', async () => {
  const name = await sharedCase();
  const a = await open(ada, name);
  for (let index = 0; index < 250; index += 1) a.type('z');
  await a.saved();
  const b = await open(eve, name);
  assert.is(b.text, 'z'.repeat(250));
  const socket = await raw(eve);
  await socket.open(name);
  for (let index = 0; index < 2_000; index += 1) socket.sendUpdate(name, Uint8Array.of(0, 0));
  await waitFor(() => socket.closed?.code === 4429, 'the end of who does not stop');
});

test.run();
