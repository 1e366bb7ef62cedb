import { eq } from 'drizzle-orm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { documentUpdates, frozenReports } from '@concertation/schema';
import { fieldsMap } from '@concertation/shared/documents';
import * as Y from 'yjs';
import { startTestServer, type TestServer } from './harness.ts';
import { type ActorName, askFreeze, openWorld, presentComplete, type World } from './support/report-world.ts';
import { SyncClient } from './support/sync-client.ts';
import { waitFor } from './support/wait-for.ts';

// FRZ-7 with real providers on real sockets: what the screen calls saved is frozen, what comes later is nobody's.

let server: TestServer;
let world: World;
const clients: SyncClient[] = [];
test.before(async () => {
  server = await startTestServer({ DEMONSTRATION: '0', SIGNING_P12: 'there-is-no-key.p12' });
  world = await openWorld(server);
});
test.after(async () => {
  for (const client of clients) client.close();
  await server.stop();
});

async function open(who: ActorName, reportId: string): Promise<SyncClient> {
  const client = new SyncClient(server, world.people[who].cookie, `report:${reportId}`);
  clients.push(client);
  return client.synced();
}

const keysOf = (document: Y.Doc): string[] => [...fieldsMap(document).keys()].sort();

async function frozenKeys(reportId: string): Promise<string[]> {
  const [row] = await server.services.database.db
    .select()
    .from(frozenReports)
    .where(eq(frozenReports.reportId, reportId));
  assert.ok(row, 'the report is frozen');
  const document = new Y.Doc();
  Y.applyUpdate(document, row.state);
  return keysOf(document);
}

async function lastPosition(reportId: string): Promise<number> {
  const rows = await server.services.database.db
    .select()
    .from(documentUpdates)
    .where(eq(documentUpdates.document, `report:${reportId}`));
  return Math.max(...rows.map(({ position }) => position));
}

const sealed = (client: SyncClient): boolean =>
  client.messages.some((message) => message.type === 'role' && message.reason === 'sealed');

/** Types three keys at a time until the report is shut; returns those that the screen showed as saved. */
async function typeAlong(client: SyncClient, who: string): Promise<string[]> {
  const saved: string[] = [];
  for (let stroke = 0; !sealed(client); stroke += 1) {
    const keys = ['a', 'b', 'c'].map((letter) => `${who}-${stroke}${letter}`);
    for (const key of keys) fieldsMap(client.document).set(key, 'x');
    await waitFor(() => client.unsaved === 0 || sealed(client), 'saved, or shut');
    if (client.unsaved === 0) saved.push(...keys);
  }
  return saved;
}

test('frozen while three people type: all that was shown as saved is in it, and everybody else sees exactly what is frozen', async () => {
  const presented = await presentComplete(world);
  const { reportId } = presented;
  const names: ActorName[] = ['owner', 'secretary', 'coordinator'];
  const writers = await Promise.all(names.map((who) => open(who, reportId)));
  const typing = Promise.all(writers.map((client, index) => typeAlong(client, names[index] as string)));
  await waitFor(() => keysOf(writers[0]?.document as Y.Doc).length > 60, 'everybody is typing');
  assert.is((await askFreeze(world, 'delegate', presented)).status, 200);
  const outcomes = await typing;

  const inside = await frozenKeys(reportId);
  for (const saved of outcomes) {
    assert.ok(saved.length > 0, 'the freeze came in the middle of acknowledged work');
    for (const key of saved) assert.ok(inside.includes(key), `${key} was shown as saved`);
  }
  const reader = await open('member', reportId);
  assert.equal(keysOf(reader.document), inside);
  const [row] = await server.services.database.db
    .select()
    .from(frozenReports)
    .where(eq(frozenReports.reportId, reportId));
  assert.is(await lastPosition(reportId), row?.journalPosition);
});

test('what somebody typed offline comes back after the freeze: kept by its writer, merged nowhere', async () => {
  const presented = await presentComplete(world);
  const { reportId } = presented;
  const writer = await open('owner', reportId);
  writer.socket.disconnect();
  fieldsMap(writer.document).set('offline', 'typed in the train');
  assert.is((await askFreeze(world, 'coordinator', presented)).status, 200);
  const before = await lastPosition(reportId);

  await writer.socket.connect();
  await waitFor(
    () => writer.messages.some(({ type }) => type === 'refused' || type === 'role') || writer.reasons.length > 0,
    'the late writer is told',
  );
  const reader = await open('member', reportId);
  assert.not.ok(keysOf(reader.document).includes('offline'));
  assert.not.ok((await frozenKeys(reportId)).includes('offline'));
  assert.is(await lastPosition(reportId), before);
  assert.is(fieldsMap(writer.document).get('offline'), 'typed in the train');
  assert.ok(writer.unsaved > 0, 'the screen never calls it saved');
});

test.run();
