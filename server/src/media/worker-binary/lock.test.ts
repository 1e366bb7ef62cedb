import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { withLock } from './lock.ts';

const never = new AbortController().signal;
const nobodyWaits = () => assert.unreachable('waited');
let directory: string;
let path: string;
test.before.each(() => {
  directory = mkdtempSync(join(tmpdir(), 'concertation-lock-'));
  path = join(directory, 'lock');
});
test.after.each(() => rmSync(directory, { recursive: true, force: true }));

test('one at a time: the second waits for the first, and the lock is gone after both, even after a failure', async () => {
  const order: string[] = [];
  let letGo = () => {};
  const gate = new Promise<void>((done) => (letGo = done));
  let isIn = () => {};
  const firstIsIn = new Promise<void>((done) => (isIn = done));
  const first = withLock(path, never, nobodyWaits, async () => {
    order.push('first in');
    isIn();
    await gate;
    order.push('first out');
    throw new Error('refused');
  }).catch((error: Error) => error.message);
  await firstIsIn;
  let waited = 0;
  const second = withLock(
    path,
    never,
    () => {
      waited += 1;
      letGo();
    },
    async () => order.push('second in'),
  );
  assert.is(await first, 'refused');
  await second;
  assert.equal(order, ['first in', 'first out', 'second in']);
  assert.is(waited, 1);
  assert.not(existsSync(path));
});

test('the lock of a process that was killed is taken over at once', async () => {
  const script = `
    const { withLock } = await import(${JSON.stringify(new URL('./lock.ts', import.meta.url).href)});
    await withLock(${JSON.stringify(path)}, new AbortController().signal, () => {}, () => {
      console.log('held');
      return new Promise(() => setInterval(() => {}, 1000));
    });`;
  const holder = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(holder.stdout, 'data');
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  assert.ok(existsSync(path));
  assert.is(await withLock(path, never, nobodyWaits, async () => 'mine'), 'mine');
});

test('a lock from another machine is believed while it beats, and taken over once it is silent', async () => {
  mkdirSync(path);
  writeFileSync(join(path, 'owner.json'), JSON.stringify({ token: 'theirs', pid: process.pid, place: 'elsewhere' }));
  const waiting = new AbortController();
  const refused = withLock(
    path,
    waiting.signal,
    () => waiting.abort(),
    async () => 'mine',
  ).then(
    () => 'taken',
    () => 'waited',
  );
  assert.is(await refused, 'waited');
  assert.ok(existsSync(path));
  const longAgo = new Date(Date.now() - 120_000);
  utimesSync(path, longAgo, longAgo);
  assert.is(await withLock(path, never, nobodyWaits, async () => 'mine'), 'mine');
});

test.run();
