import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as Y from 'yjs';
import { fieldsMap } from '@concertation/shared/documents';
import { auditEvents } from '@concertation/schema';
import { documentName } from '@concertation/shared/domain';
import { grant, revoke } from '../src/access/index.ts';
import { createBoard } from '../src/boards/index.ts';
import { verifyJournal } from '../src/documents/index.ts';
import { attendanceOf, createMeeting } from '../src/meetings/index.ts';
import { startTestServer, type TestServer } from './harness.ts';
import { auditTrail } from './support/audit-trail.ts';
import { RawSocket } from './support/raw-socket.ts';
import { SyncClient } from './support/sync-client.ts';
import { createOpenDocument, createPerson, giveRole, type TestPerson } from './support/sync-world.ts';
import { waitFor } from './support/wait-for.ts';

let server: TestServer;
let ada: TestPerson;
let ben: TestPerson;
const opened: { close: () => void }[] = [];

const open = (person: TestPerson, name: string) => {
  const client = new SyncClient(server, person.cookie, name);
  opened.push(client);
  return client.synced();
};
async function raw(person: TestPerson): Promise<RawSocket> {
  const socket = (await RawSocket.connect(server, { cookie: person.cookie })) as RawSocket;
  opened.push({ close: () => socket.end() });
  return socket;
}
const rowCount = async (name: string) => (await verifyJournal(server.services.database.db, name)).rows;
const ownCase = () => createOpenDocument(server, 'case', [[ada, 'owner']]);
const account = ({ accountId }: TestPerson) => ({ kind: 'account', id: accountId }) as const;

function anUpdate(): Uint8Array {
  const document = new Y.Doc();
  fieldsMap(document).set('stage', randomUUID());
  return Y.encodeStateAsUpdate(document);
}

test.before(async () => {
  server = await startTestServer();
  ada = await createPerson(server, 'ADA');
  ben = await createPerson(server, 'BEN');
});
test.after.each(() => {
  for (const one of opened.splice(0)) one.close();
});
test.after(() => server?.stop());

// SYNC-13: the effect, not the flag
test('a right withdrawn closes the channel, and what is sent after reaches nobody', async () => {
  const name = await ownCase();
  const withdraw = await giveRole(server, name, account(ben), 'expert');
  const a = await open(ada, name);
  const [b, socket] = [await open(ben, name), await raw(ben)];
  await socket.open(name);
  b.type('avant ');
  await a.sees('avant');
  await withdraw();
  await waitFor(
    () => b.reasons.includes('access_withdrawn') && socket.closeReason(name) === 'access_withdrawn',
    'both channels closed',
  );
  const before = await rowCount(name);
  b.type('après ');
  for (const kind of [1, 2] as const)
    for (let index = 0; index < 50; index += 1) socket.sendUpdate(name, anUpdate(), kind);
  a.type('témoin ');
  await a.saved();
  assert.is(await socket.open(name), 'not_found');
  assert.is(a.text, 'témoin avant ');
  assert.is(fieldsMap(a.document).size, 0);
  assert.is(await rowCount(name), before + 1);
  assert.is(socket.closed, null, 'the socket’s other documents stay');
});

// SYNC-13
test('a right given back opens the document again on the same socket', async () => {
  const name = await ownCase();
  const withdraw = await giveRole(server, name, account(ben), 'expert');
  const socket = await raw(ben);
  assert.is(await socket.open(name), null);
  await withdraw();
  await waitFor(() => socket.closeReason(name) !== null, 'the channel closed');
  socket.sendUpdate(name, anUpdate());
  await giveRole(server, name, account(ben), 'expert');
  assert.is(await socket.open(name), null);
  socket.sendUpdate(name, anUpdate());
  await waitFor(() => socket.statuses(name).includes(true), 'the acknowledgement');
  assert.is(await rowCount(name), 2);
});

// SYNC-13
test('a writer who becomes a reader keeps reading; their edits reach nobody; and back', async () => {
  const name = await ownCase();
  const withdraw = await giveRole(server, name, account(ben), 'expert');
  await giveRole(server, name, account(ben), 'reader');
  const [a, b] = [await open(ada, name), await open(ben, name)];
  await withdraw();
  await b.told('role', { role: 'reader', reason: 'withdrawn' });
  b.type('interdit ');
  a.type('lu ');
  await b.sees('lu');
  assert.is(a.text, 'lu ');
  assert.ok(b.unsaved > 0);
  await giveRole(server, name, account(ben), 'expert');
  await b.told('role', { role: 'writer', reason: 'granted' });
  await b.saved();
  await a.sees('interdit');
});

// SYNC-13: rights lent by a board
test('leaving a board withdraws what the board lent', async () => {
  const { database } = server.services;
  const name = await ownCase();
  const board = { kind: 'board', id: randomUUID() } as const;
  const member = await database.transaction((tx) =>
    grant(tx, { subject: board, grantee: account(ben), role: 'member', grantedBy: null }),
  );
  await giveRole(server, name, board, 'presented');
  const b = await open(ben, name);
  b.type('en réunion ');
  await b.saved();
  await database.transaction((tx) => revoke(tx, board, member.id));
  await waitFor(() => b.reasons.includes('access_withdrawn'), 'the channel closed');
});

// SYNC-14
test('the end of a session closes its sockets, and only its own', async () => {
  const name = await ownCase();
  const { database, sessions } = server.services;
  const [here, elsewhere] = [await createPerson(server, 'ICI'), await createPerson(server, 'LA')];
  for (const one of [here, elsewhere]) await giveRole(server, name, account(one), 'expert');
  const [gone, stays] = [await raw(here), await raw(elsewhere)];
  await gone.open(name);
  await stays.open(name);
  await database.transaction((tx) => sessions.end(tx, here, here.sessionId));
  await waitFor(() => gone.closed?.code === 4401, 'the socket closed');
  assert.is(stays.closed, null);
  assert.is(await RawSocket.connect(server, { cookie: here.cookie }), 401);
});

// SYNC-13, SYNC-14: the promise of five seconds does not rest on a notification
test('rights and sessions withdrawn behind the server’s back take effect within the sweep', async () => {
  const name = await ownCase();
  const { database } = server.services;
  const [quiet, signedOut] = [await createPerson(server, 'MUET'), await createPerson(server, 'SORTI')];
  for (const one of [quiet, signedOut]) await giveRole(server, name, account(one), 'expert');
  const [first, second] = [await raw(quiet), await raw(signedOut)];
  await first.open(name);
  await second.open(name);
  await database.db.execute(sql`delete from grants where grantee_id = ${quiet.accountId}`);
  await database.db.execute(sql`delete from sessions where account_id = ${signedOut.accountId}`);
  await waitFor(() => first.closeReason(name) === 'access_withdrawn', 'the channel closed', 5_000);
  await waitFor(() => second.closed?.code === 4401, 'the socket closed', 5_000);
});

// SYNC-19
test('opening and leaving a document is in the audit, with how much was written', async () => {
  const name = await ownCase();
  const a = await open(ada, name);
  a.type('une ');
  a.type('deux ');
  await a.saved();
  a.close();
  const events = () => auditTrail(server, sql`${auditEvents.subject} = ${name}`);
  await waitFor(async () => (await events()).length === 2, 'two events');
  const [opening, leaving] = await events();
  assert.is(opening?.kind, 'document.opened');
  assert.is(opening?.accountId, ada.accountId);
  assert.is(opening?.sessionId, ada.sessionId);
  assert.is(leaving?.kind, 'document.closed');
  assert.equal(leaving?.details, {
    connectionId: (opening?.details as { connectionId: string } | undefined)?.connectionId,
    updates: 2,
    reason: 'left',
  });
  assert.is((await server.services.audit.verify(server.services.database.db)).brokenAt, null);
});

// SYNC-18
test('who opens a meeting’s document is in its attendance, once, and the others are told', async () => {
  const { database } = server.services;
  const meetingId = await database.transaction(async (tx) => {
    const members = [ada, ben].map(({ accountId }) => ({ accountId, role: 'member' as const }));
    const { boardId } = await createBoard(tx, { name: 'RCP', kind: 'rcp_autre', organisation: 'CHU', members });
    return createMeeting(tx, { boardId, startsAt: new Date(), state: 'running' });
  });
  const name = documentName('meeting', meetingId);
  const a = await open(ada, name);
  await open(ada, name);
  await open(ben, name);
  const lines = () => attendanceOf(database.db, meetingId);
  await waitFor(async () => (await lines()).length === 2, 'two lines');
  const [first, second] = await lines();
  assert.equal(new Set([first?.name, second?.name]), new Set([ada.name, ben.name]));
  assert.equal(
    [first?.source, first?.leftAt, second?.source, second?.leftAt],
    ['connection', null, 'connection', null],
  );
  await a.told('facts');
});

test.run();
