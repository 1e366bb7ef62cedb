import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { createLogger } from '../../lib/index.ts';
import { EmbeddedCluster } from './cluster.ts';

const log = createLogger('silent');
let directory: string;

test.before(() => {
  directory = mkdtempSync(join(tmpdir(), 'concertation-cluster-'));
});
test.after(() => rmSync(directory, { recursive: true, force: true }));

// Found by the fault runs: after a kill, the number of the dead server was already another process's.
test('files that a killed cluster left, naming a process that lives, do not keep it from starting', async () => {
  const cluster = new EmbeddedCluster(directory, log);
  // Not this process: PostgreSQL knows its parents, and takes their number for its own of before.
  const somebodyElse = spawn('sleep', ['60'], { stdio: 'ignore' });
  const left = `${somebodyElse.pid}\n${join(directory, 'postgres-18')}\n0\n5432\n${cluster.socketDirectory}\n\n`;
  writeFileSync(join(cluster.socketDirectory, '.s.PGSQL.5432.lock'), left);
  writeFileSync(join(cluster.socketDirectory, '.s.PGSQL.5432'), '');
  writeFileSync(join(directory, 'postgres-18', 'postmaster.pid'), left);
  try {
    await cluster.start();
    assert.ok(cluster.running);
    await cluster.stop();
  } finally {
    somebodyElse.kill();
  }
});

test('a cluster that runs for somebody else is not started twice', async () => {
  const [first, second] = [new EmbeddedCluster(directory, log), new EmbeddedCluster(directory, log)];
  await first.start();
  try {
    await second.start().then(
      () => assert.unreachable(),
      (error: Error) => assert.match(error.message, 'tourne déjà'),
    );
  } finally {
    await first.stop();
  }
});

test.run();
