import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Logger } from '../src/lib/index.ts';
import { notify } from '../src/database/index.ts';
import { Journal, verifyJournal } from '../src/documents/index.ts';
import { startTestServer, type TestServer } from './harness.ts';
import { signalPostgres } from './support/postgres-processes.ts';
import { SyncClient } from './support/sync-client.ts';
import { createOpenDocument, createPerson, giveRole, type TestPerson } from './support/sync-world.ts';
import { waitFor } from './support/wait-for.ts';

let server: TestServer;
let ada: TestPerson;
let ben: TestPerson;
const clients: SyncClient[] = [];

const open = (person: TestPerson, name: string) => {
  const client = new SyncClient(server, person.cookie, name);
  clients.push(client);
  return client.synced();
};
const sharedCase = () =>
  createOpenDocument(server, 'case', [
    [ada, 'owner'],
    [ben, 'expert'],
  ]);
const verify = (name: string) => verifyJournal(server.services.database.db, name);

test.before(async () => {
  server = await startTestServer();
  ada = await createPerson(server, 'ADA');
  ben = await createPerson(server, 'BEN');
});
test.after.each(() => {
  for (const client of clients.splice(0)) client.close();
});
test.after(() => server?.stop());

// SYNC-1, SYNC-2, SYNC-5
test('PostgreSQL dies under people who type: they see one another, nothing is called saved, all of it lands', async () => {
  const name = await sharedCase();
  const [a, b] = [await open(ada, name), await open(ben, name)];
  signalPostgres(server.dataDirectory, 'SIGKILL');
  a.type('sans base ');
  await b.sees('sans base');
  assert.ok(a.unsaved > 0);
  await Promise.all([a.saved(), b.saved()]);
  assert.equal(await verify(name), { rows: 2, brokenAt: null });
  assert.equal([a.closed, b.closed], [[], []], 'no socket closed');
});

// SYNC-5: slow by seconds
test('PostgreSQL stands still: people see one another, are told that it waits, then that all is well', async () => {
  const name = await sharedCase();
  const [a, b] = [await open(ada, name), await open(ben, name)];
  signalPostgres(server.dataDirectory, 'SIGSTOP');
  try {
    a.type('immobile ');
    await b.sees('immobile');
    await a.told('storage', { state: 'waiting' });
    assert.ok(a.unsaved > 0);
  } finally {
    signalPostgres(server.dataDirectory, 'SIGCONT');
  }
  await a.saved();
  await a.told('storage', { state: 'ok' });
  assert.equal(await verify(name), { rows: 2, brokenAt: null });
});

// SYNC-13
test('after PostgreSQL died, changes behind a document are still heard of', async () => {
  const name = await sharedCase();
  const withdraw = await giveRole(server, name, { kind: 'account', id: ben.accountId }, 'reader');
  const a = await open(ada, name);
  signalPostgres(server.dataDirectory, 'SIGKILL');
  await waitFor(
    async () => (await server.services.database.raw`select 1`.catch(() => [])).length === 1,
    'the database back',
  );
  // Refused while the database is on its way back: asked again until somebody hears of it.
  const tell = () =>
    server.services.database.transaction((tx) => notify(tx, 'facts_changed', name)).catch(() => undefined);
  await waitFor(async () => {
    await tell();
    return a.messages.some(({ type }) => type === 'facts');
  }, 'the facts');
  await withdraw();
});

/** The journal's database, which fails as told before or after it does what it is asked. */
function failing(fail: (statement: number) => 'before' | 'after' | 'later' | null): Journal {
  const { raw } = server.services.database;
  let statement = 0;
  const lost = () => Object.assign(new Error('write CONNECTION_CLOSED'), { code: 'CONNECTION_CLOSED' });
  const sql = (async (strings: TemplateStringsArray, ...values: never[]) => {
    if (!strings[0]?.includes('insert into')) return raw(strings, ...values);
    statement += 1;
    const how = fail(statement);
    if (how === 'before') throw lost();
    const done = raw(strings, ...values);
    if (how === 'later')
      void done.then(
        () => undefined,
        () => undefined,
      );
    else await done;
    if (how) throw lost();
    return done;
  }) as unknown as typeof raw;
  const log = { error: () => undefined, warn: () => undefined } as unknown as Logger;
  return new Journal({ sql, log, pendingBytes: 1e6 });
}

const entry = (document: string, byte: number) => ({
  document,
  accountId: ada.accountId,
  connectionId: null,
  update: Uint8Array.of(0, 0, byte),
});

// SYNC-7
for (const how of ['before', 'after', 'later'] as const)
  test(`a commit whose outcome is unknown (lost ${how} it) is written once`, async () => {
    const [one, two] = [await sharedCase(), await sharedCase()];
    const journal = failing((statement) => (statement % 2 === 1 && statement < 8 ? how : null));
    for (let byte = 0; byte < 40; byte += 1) {
      journal.append(entry(byte % 2 ? one : two, byte));
      if (byte % 10 === 0) await journal.flushed(two);
    }
    await journal.drained();
    assert.is(journal.pendingUpdates, 0);
    assert.is(journal.state, 'ok');
    assert.equal(await verify(one), { rows: 21, brokenAt: null });
    assert.equal(await verify(two), { rows: 21, brokenAt: null });
  });

// SYNC-3, SYNC-7
test('two processes that write one document leave no hole, and nothing twice', async () => {
  const name = await sharedCase();
  const journals = [failing(() => null), failing((statement) => (statement === 2 ? 'after' : null))];
  for (let byte = 0; byte < 60; byte += 1) {
    const journal = journals[byte % 2] as Journal;
    journal.append(entry(name, byte));
    if (byte % 7 === 0) await journal.flushed(name);
  }
  await Promise.all(journals.map((journal) => journal.drained()));
  assert.equal(await verify(name), { rows: 61, brokenAt: null });
});

// SYNC-17
test('a journal that is closed while its database is away says how much it gave up', async () => {
  const name = await sharedCase();
  const journal = failing(() => 'before');
  for (let byte = 0; byte < 3; byte += 1) journal.append(entry(name, byte));
  assert.is(await journal.close(100), 3);
  assert.equal(await verify(name), { rows: 1, brokenAt: null });
});

test.run();
