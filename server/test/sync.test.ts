import { randomUUID } from 'node:crypto';
import { and, asc, eq } from 'drizzle-orm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as Y from 'yjs';
import { documents, documentSnapshots, documentUpdates } from '@concertation/schema';
import { fieldsMap, sectionText } from '@concertation/shared/documents';
import type { DocumentName } from '@concertation/shared/domain';
import { notify } from '../src/database/index.ts';
import { Journal, markSealed, readState, verifyJournal } from '../src/documents/index.ts';
import type { AppError } from '../src/lib/index.ts';
import { startTestServer, type TestServer } from './harness.ts';
import { SyncClient } from './support/sync-client.ts';
import { createOpenDocument, createPerson, giveRole, type TestPerson } from './support/sync-world.ts';
import { waitFor } from './support/wait-for.ts';
import { whileJournalWaits } from './support/while-journal-waits.ts';

let server: TestServer;
let ada: TestPerson;
let ben: TestPerson;
const clients: SyncClient[] = [];

const connect = (person: TestPerson, name: string) => {
  const client = new SyncClient(server, person.cookie, name);
  clients.push(client);
  return client;
};
const open = (person: TestPerson, name: string) => connect(person, name).synced();
const sharedCase = () =>
  createOpenDocument(server, 'case', [
    [ada, 'owner'],
    [ben, 'expert'],
  ]);
const db = () => server.services.database.db;
const rowsOf = (name: string) =>
  db().select().from(documentUpdates).where(eq(documentUpdates.document, name)).orderBy(asc(documentUpdates.position));

function textOf(state: Uint8Array): string {
  const document = new Y.Doc();
  Y.applyUpdate(document, state);
  return sectionText(document, 'summary').toString();
}

test.before(async () => {
  server = await startTestServer();
  ada = await createPerson(server, 'ADA');
  ben = await createPerson(server, 'BEN');
});
test.after.each(() => {
  for (const client of clients.splice(0)) client.close();
});
test.after(() => server?.stop());

// SYNC-1, SYNC-2
test('two people see each other’s edits, and both are told saved', async () => {
  const name = await sharedCase();
  const [a, b] = [await open(ada, name), await open(ben, name)];
  a.type('bonjour ');
  await b.sees('bonjour');
  b.type('bonsoir ');
  await a.sees('bonsoir');
  await Promise.all([a.saved(), b.saved()]);
  assert.is(a.text, b.text);
  const rows = await rowsOf(name);
  assert.equal(
    rows.map((row) => row.accountId),
    [null, ada.accountId, ben.accountId],
  );
});

// SYNC-1, SYNC-2, SYNC-5
test('while the database does not write, people see one another’s edits and nothing is called saved; then all of it is', async () => {
  const name = await sharedCase();
  const [a, b] = [await open(ada, name), await open(ben, name)];
  await whileJournalWaits(server, async () => {
    a.type('tenu ');
    await b.sees('tenu');
    b.type('aussi ');
    await a.sees('aussi');
    await a.told('storage', { state: 'waiting' });
    assert.ok(a.unsaved > 0);
    assert.ok(b.unsaved > 0);
    assert.is((await rowsOf(name)).length, 1);
  });
  await Promise.all([a.saved(), b.saved()]);
  await a.told('storage', { state: 'ok' });
  assert.is(textOf((await readState(db(), name)).state), a.text);
});

// SYNC-3, SYNC-4
test('the journal’s order makes the replica, in every document, and its chain holds', async () => {
  const names = await Promise.all([sharedCase(), sharedCase()]);
  const everybody = await Promise.all(names.flatMap((name) => [open(ada, name), open(ben, name), open(ada, name)]));
  for (let round = 0; round < 20; round += 1)
    for (const [index, client] of everybody.entries()) {
      client.type(`${index}.${round} `, Math.min(client.text.length, round));
      fieldsMap(client.document).set('stage', `${index}.${round}`);
    }
  await Promise.all(everybody.map((client) => client.saved()));
  for (const name of names) {
    const [first, ...others] = everybody.filter((client) => client.name === name);
    const replica = new Y.Doc();
    for (const { update } of await rowsOf(name)) Y.applyUpdate(replica, update);
    for (const one of others) await waitFor(() => one.text === first?.text, 'replicas equal');
    assert.is(sectionText(replica, 'summary').toString(), first?.text);
    assert.is(fieldsMap(replica).get('stage'), first && fieldsMap(first.document).get('stage'));
    const { rows, brokenAt } = await verifyJournal(db(), name);
    assert.is(brokenAt, null);
    assert.is(rows, (await rowsOf(name)).length);
  }
  const [one, two] = names.map((name) => everybody.find((client) => client.name === name)?.text);
  assert.ok(one?.includes('0.19') && !one.includes('3.19'));
  assert.ok(two?.includes('3.19') && !two.includes('0.19'));
});

// SYNC-17
test('a document does not leave memory before its journal is durable', async () => {
  const name = await sharedCase();
  const a = await open(ada, name);
  await whileJournalWaits(server, async () => {
    a.type('avant de partir ');
    const b = connect(ben, name);
    await b.sees('avant de partir');
    a.close();
    b.close();
    const again = connect(ben, name);
    await again.sees('avant de partir');
    again.close();
  });
  const reopened = await open(ada, name);
  assert.is(reopened.text, 'avant de partir ');
  assert.is((await verifyJournal(db(), name)).brokenAt, null);
});

// SYNC-8
test('a document that cannot be loaded is refused, and nothing is written in its place', async () => {
  const name: DocumentName = `case:${randomUUID()}`;
  await db().insert(documents).values({ name, kind: 'case', createdAt: new Date() });
  await giveRole(server, name, { kind: 'account', id: ada.accountId }, 'owner');
  const a = connect(ada, name);
  a.type('sur une page blanche');
  await waitFor(() => a.reasons.includes('storage_unavailable'), 'the refusal');
  assert.ok(a.unsaved > 0);
  assert.equal(await rowsOf(name), []);
  assert.equal(await db().select().from(documentSnapshots).where(eq(documentSnapshots.document, name)), []);
});

// SYNC-8
test('a row that cannot be read is left out, and the rest is served', async () => {
  const name = await sharedCase();
  const journal = new Journal({ sql: server.services.database.raw, log: server.services.log, pendingBytes: 1e6 });
  journal.append({ document: name, accountId: ada.accountId, connectionId: null, update: Uint8Array.of(1, 2, 3, 250) });
  await journal.flushed(name);
  const a = await open(ada, name);
  a.type('le reste ');
  await a.saved();
  assert.is(textOf((await readState(db(), name)).state), 'le reste ');
  assert.is((await verifyJournal(db(), name)).brokenAt, null);
});

// SYNC-8: exactly the rows applied
test('a folded document opens as it was, and its journal stays', async () => {
  const name = await sharedCase();
  const a = await open(ada, name);
  for (let index = 0; index < 150; index += 1) a.type('x');
  await a.saved();
  a.close();
  const ofName = eq(documentSnapshots.document, name);
  await waitFor(async () => (await db().select().from(documentSnapshots).where(ofName)).length === 1, 'a snapshot');
  const b = await open(ben, name);
  assert.is(b.text, 'x'.repeat(150));
  b.type('y');
  await b.saved();
  assert.equal(await verifyJournal(db(), name), { rows: 152, brokenAt: null });
  assert.is(textOf((await readState(db(), name)).state), `y${'x'.repeat(150)}`);
});

// SYNC-4
test('an altered row is found, and so is a missing one', async () => {
  const name = await sharedCase();
  const a = await open(ada, name);
  for (const letter of 'abcd') a.type(letter);
  await a.saved();
  const at = (position: number) => and(eq(documentUpdates.document, name), eq(documentUpdates.position, position));
  const [row] = await db().select().from(documentUpdates).where(at(3));
  await db().update(documentUpdates).set({ accountId: ben.accountId }).where(at(3));
  assert.equal(await verifyJournal(db(), name), { rows: 2, brokenAt: 3 });
  await db().update(documentUpdates).set({ accountId: ada.accountId }).where(at(3));
  assert.is((await verifyJournal(db(), name)).brokenAt, null);
  await db().delete(documentUpdates).where(at(3));
  assert.equal(await verifyJournal(db(), name), { rows: 2, brokenAt: 3 });
  assert.ok(row);
});

// SYNC-15
test('the product writes in somebody’s name, everybody sees it, and it is durable when it returns', async () => {
  const name = await sharedCase();
  const a = await open(ada, name);
  const author = { ...ben, specialty: 'Oncologie', guestOf: null };
  await server.services.live.edit(name, author, (document) => fieldsMap(document).set('stage', 'IV'));
  assert.is((await rowsOf(name)).at(-1)?.accountId, ben.accountId);
  await waitFor(() => fieldsMap(a.document).get('stage') === 'IV', 'the field');
  a.close();
  await server.services.live.edit(name, author, (document) => fieldsMap(document).set('stage', 'III'));
  assert.is((await rowsOf(name)).length, 3);
});

// SYNC-15
test('a sealed document only reads, for those who have it open and those who come', async () => {
  const name = await sharedCase();
  const { database, live } = server.services;
  const [a, b] = [await open(ada, name), await open(ben, name)];
  a.type('dernier mot ');
  await a.saved();
  await live.seal(name);
  await database.transaction((tx) => markSealed(tx, name));
  await a.told('role', { role: 'reader', reason: 'sealed' });
  a.type('trop tard ');
  const late = await open(ada, name);
  late.type('encore ');
  await waitFor(() => a.unsaved > 0 && late.unsaved > 0, 'both to know that it is not saved');
  await b.sees('dernier mot');
  assert.is(textOf((await readState(db(), name)).state), 'dernier mot ');
  assert.is(b.text, 'dernier mot ');
  assert.is((await rowsOf(name)).length, 2);
  const refused = await live
    .edit(name, { ...ada, specialty: '', guestOf: null }, (document) => fieldsMap(document).set('stage', 'I'))
    .catch((error: unknown) => error);
  assert.is((refused as AppError).code, 'report_sealed');
});

// SYNC-15
test('a seal that is released gives back what was typed meanwhile', async () => {
  const name = await sharedCase();
  const [a, b] = [await open(ada, name), await open(ben, name)];
  const { release } = await server.services.live.seal(name);
  a.type('pendant ');
  a.type('le gel ');
  await waitFor(() => a.unsaved > 0, 'unsaved');
  release();
  await a.saved();
  await b.sees('le gel pendant');
});

test('facts changed behind a document are told to those who have it open', async () => {
  const name = await sharedCase();
  const [a, other] = [await open(ada, name), await open(ada, await sharedCase())];
  await server.services.database.transaction((tx) => notify(tx, 'facts_changed', name));
  await a.told('facts');
  assert.is(
    other.messages.some(({ type }) => type === 'facts'),
    false,
  );
});

test.run();
