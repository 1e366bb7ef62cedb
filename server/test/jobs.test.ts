import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { z } from 'zod';
import { startTestServer, type TestServer } from './harness.ts';

const job = { name: 'test.deliver', data: z.object({ key: z.string() }) };
const tried: string[] = [];
let arrived: (key: string) => void = () => undefined;
let server: TestServer;

test.before(async () => {
  server = await startTestServer({ DEMONSTRATION: '0' });
  await server.services.jobs.handle(job, async ({ key }) => {
    tried.push(key);
    if (key === 'fails once' && tried.filter((other) => other === key).length === 1) throw new Error('not yet');
    arrived(key);
  });
});
test.after(() => server?.stop());

const next = () =>
  new Promise<string>((done) => {
    arrived = done;
  });

test('work queued in a transaction runs after its commit, and work of a transaction that fails never does', async () => {
  const { database, jobs } = server.services;
  const failing = database.transaction(async (tx) => {
    await jobs.enqueue(tx, job, { key: 'rolled back' });
    throw new Error('rolled back');
  });
  await failing.then(
    () => assert.unreachable(),
    () => undefined,
  );
  const first = next();
  await database.transaction((tx) => jobs.enqueue(tx, job, { key: 'committed' }));
  assert.is(await first, 'committed');
  assert.not(tried.includes('rolled back'));
});

test('work that fails is tried again', async () => {
  const { database, jobs } = server.services;
  const done = next();
  await database.transaction((tx) => jobs.enqueue(tx, job, { key: 'fails once' }));
  assert.is(await done, 'fails once');
  assert.is(tried.filter((key) => key === 'fails once').length, 2);
});

test('work with a key waits once, however often it is queued, and can be brought forward', async () => {
  const { database, jobs } = server.services;
  const keyed = { name: 'test.keyed', data: z.object({ key: z.string() }), key: ({ key }: { key: string }) => key };
  const seen: string[] = [];
  const ended = Promise.withResolvers<void>();
  await jobs.handle(keyed, async ({ key }) => {
    seen.push(key);
    if (key === 'last') ended.resolve();
  });
  await database.transaction(async (tx) => {
    for (const key of ['once', 'once', 'once']) await jobs.enqueue(tx, keyed, { key });
  });
  for (const key of ['last', 'last']) await jobs.hasten(keyed, { key });
  await ended.promise;
  assert.equal(seen, ['once', 'last']);
});

test.run();
