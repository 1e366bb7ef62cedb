import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { isClean, NoVerdict } from '../src/files/antivirus/clamd.ts';
import { fakeClamd } from './support/fake-clamd.ts';
import { waitFor } from './support/wait-for.ts';

const host = '127.0.0.1';

async function noVerdict(asking: Promise<boolean>): Promise<string> {
  try {
    return `a verdict: ${await asking}`;
  } catch (error) {
    assert.instance(error, NoVerdict);
    return (error as NoVerdict).message;
  }
}

test('the whole content is sent, in chunks, and the answer is the verdict', async () => {
  const clamd = await fakeClamd();
  const content = Buffer.alloc(300_000, 'sain ');
  assert.is(await isClean(clamd, content), true);
  assert.ok(clamd.scanned[0]?.equals(content));
  assert.is(await isClean(clamd, Buffer.from('xx INFECTED xx')), false);
  await clamd.close();
});

test('nothing is clean by default: no answer, another answer, nobody', async () => {
  const answers = [
    '',
    'stream: OKAY\0',
    'INSTREAM size limit exceeded. ERROR\0',
    'stream: x ERROR\0',
    'UNKNOWN COMMAND\0',
  ];
  for (const answer of answers) {
    const clamd = await fakeClamd(() => answer);
    assert.match(await noVerdict(isClean(clamd, Buffer.from('a'))), 'antivirus');
    await clamd.close();
  }
  const gone = await fakeClamd();
  await gone.close();
  assert.match(await noVerdict(isClean(gone, Buffer.from('a'))), 'unreachable');
});

test('one that is silent is not waited for', async () => {
  const silent: Server = createServer(() => undefined);
  await new Promise<void>((ready) => silent.listen(0, host, ready));
  const sockets = new Set<{ destroy: () => void }>();
  silent.on('connection', (socket) => sockets.add(socket));
  const { port } = silent.address() as AddressInfo;
  assert.match(await noVerdict(isClean({ host, port }, Buffer.from('a'), 50)), 'unreachable');
  for (const socket of sockets) socket.destroy();
  await new Promise((done) => silent.close(done));
});

// The daemon itself, with a signature made here: it asks nothing of a network.
const installed = spawnSync('clamd', ['--version']).status === 0;
const withClamd = (name: string, run: () => Promise<void>) => (installed ? test(name, run) : test.skip(name, run));
if (!installed) console.log('clamd is not installed: the real antivirus is not asked (apt-get install clamav-daemon)');

withClamd('the real clamd answers the same', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'concertation-clamd-'));
  const port = await new Promise<number>((found) => {
    const probe = createServer().listen(0, host, () => {
      const { port: free } = probe.address() as AddressInfo;
      probe.close(() => found(free));
    });
  });
  const signature = Buffer.from('CONCERTATION-TEST-SIGNATURE').toString('hex');
  writeFileSync(join(directory, 'test.ndb'), `Test.Concertation:0:*:${signature}\n`);
  const settings = ['Foreground yes', `DatabaseDirectory ${directory}`, `TCPAddr ${host}`, `TCPSocket ${port}`];
  writeFileSync(join(directory, 'clamd.conf'), `${settings.join('\n')}\nStreamMaxLength 32M\n`);
  const daemon: ChildProcess = spawn('clamd', ['-c', join(directory, 'clamd.conf')], { stdio: 'ignore' });
  try {
    const listens = () =>
      new Promise<boolean>((answer) => {
        const socket = connect({ host, port }, () => socket.end(() => answer(true)));
        socket.on('error', () => answer(false));
      });
    await waitFor(listens, 'clamd listens', 60_000);
    assert.is(await isClean({ host, port }, Buffer.from('Compte-rendu')), true);
    assert.is(await isClean({ host, port }, Buffer.from('xx CONCERTATION-TEST-SIGNATURE xx')), false);
    assert.match(await noVerdict(isClean({ host, port }, Buffer.alloc(40 * 1024 * 1024))), 'antivirus');
    assert.is(await isClean({ host, port }, Buffer.alloc(30 * 1024 * 1024, 'a')), true, 'the largest size');
  } finally {
    const gone = new Promise((done) => daemon.once('exit', done));
    daemon.kill();
    await gone;
    rmSync(directory, { recursive: true, force: true });
  }
});

test.run();
