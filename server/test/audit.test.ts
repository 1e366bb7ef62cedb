import { spawnSync } from 'node:child_process';
import { sql } from 'drizzle-orm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { newId } from '../src/lib/index.ts';
import { startTestServer, type TestServer } from './harness.ts';

let server: TestServer;
test.before(async () => {
  server = await startTestServer({ DEMONSTRATION: '0' });
  const { database, audit } = server.services;
  for (let index = 0; index < 5; index += 1)
    await database.transaction((tx) =>
      audit.record(tx, 'case.read', { accountId: newId(), subject: `case:${newId()}` }, {}),
    );
});
test.after(() => server?.stop());

const verify = () => server.services.audit.verify(server.services.database.db);

test('an untouched chain verifies', async () => {
  const { rows, brokenAt } = await verify();
  assert.is(brokenAt, null);
  assert.ok(rows >= 5);
});

test('writers at once make one chain, without a hole', async () => {
  const { database, audit } = server.services;
  await Promise.all(
    Array.from({ length: 20 }, () => database.transaction((tx) => audit.record(tx, 'case.read', {}, {}))),
  );
  assert.is((await verify()).brokenAt, null);
});

test('an act that rolls back leaves no trace', async () => {
  const { database, audit } = server.services;
  const before = (await verify()).rows;
  const failing = database.transaction(async (tx) => {
    await audit.record(tx, 'case.read', {}, {});
    throw new Error('rolled back');
  });
  await failing.then(
    () => assert.unreachable(),
    () => undefined,
  );
  assert.is((await verify()).rows, before);
});

// AUD-1
test('a changed row is found, and named', async () => {
  const { db } = server.services.database;
  await db.execute(sql`update audit_events set kind = 'case.opened' where position = 3`);
  assert.is((await verify()).brokenAt, 3);
  await db.execute(sql`update audit_events set kind = 'case.read' where position = 3`);
  assert.is((await verify()).brokenAt, null);
});

// AUD-1
test('a deleted row is found by the command, which runs beside the product', async () => {
  const environment = { ...process.env, DATA_DIR: server.dataDirectory, LOG_LEVEL: 'silent' };
  const run = () => spawnSync(process.execPath, ['src/verify-audit.ts'], { env: environment, encoding: 'utf8' });
  assert.match(run().stdout, 'intact');
  await server.services.database.db.execute(sql`delete from audit_events where position = 4`);
  const broken = run();
  assert.is(broken.status, 1);
  assert.match(broken.stdout, 'position 4');
});

test.run();
