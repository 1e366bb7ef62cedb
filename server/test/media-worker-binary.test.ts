import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createWorker } from 'mediasoup';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { prepareWorkerBinary, type WorkerBinary } from '../src/media/index.ts';
import { installedMediasoup } from '../src/media/worker-binary/mediasoup-package.ts';
import type { Means, WorkerBinaryOptions } from '../src/media/worker-binary/prepare-worker-binary.ts';
import { Unavailable } from '../src/media/worker-binary/unavailable.ts';
import type { Work } from '../src/media/worker-binary/work.ts';
import { realWorkerBinary, writeFakeWorker } from './support/media-worker.ts';
import { waitFor } from './support/wait-for.ts';

const downloadBase = 'MEDIASOUP_WORKER_PREBUILT_DOWNLOAD_BASE_URL';
const changed = ['PATH', downloadBase] as const;
const kept = new Map(changed.map((name) => [name, process.env[name]]));
let directory: string;
/** A package that carries no worker, whatever the machine's own carries. */
let mediasoup: Means['mediasoup'];

test.before.each(() => {
  directory = mkdtempSync(join(tmpdir(), 'concertation-worker-'));
  mediasoup = { directory: join(directory, 'mediasoup'), version: installedMediasoup().version };
});
test.after.each(() => {
  for (const [name, value] of kept)
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  rmSync(directory, { recursive: true, force: true });
});

const nothing = async () => null;
const unwanted = async () => assert.unreachable('not wanted') as never;
const fakeBuild = async (work: Work) => writeFakeWorker(join(work.directory, 'built'));
const prepare = (means: Partial<Means> = {}, options: Partial<WorkerBinaryOptions> = {}) =>
  prepareWorkerBinary({
    given: null,
    cacheDirectory: join(directory, 'cache'),
    ...options,
    means: { mediasoup, download: nothing, build: unwanted, ...means },
  });
const reasonOf = (result: WorkerBinary) =>
  result.kind === 'unavailable' ? result.reason : `ready from ${result.from}`;
const originOf = (result: WorkerBinary) => (result.kind === 'ready' ? result.from : result.reason);
const placeOf = (result: WorkerBinary) => (result.kind === 'ready' ? result.path : result.reason);
const keptIn = () =>
  join(directory, 'cache', 'mediasoup-worker', readdirSync(join(directory, 'cache/mediasoup-worker'))[0] ?? '');

test('a worker that is given is used when it runs, and nothing else is looked for', async () => {
  const given = writeFakeWorker(join(directory, 'given'));
  assert.equal(await prepare({ download: unwanted }, { given }), { kind: 'ready', path: given, from: 'given' });
  assert.not(existsSync(join(directory, 'cache')));
});

test('a worker that is given and does not run is refused by name, never replaced', async () => {
  for (const given of [writeFakeWorker(join(directory, 'given'), 1), join(directory, 'absent'), directory]) {
    const reason = reasonOf(await prepare({ download: unwanted }, { given }));
    assert.match(reason, 'MEDIASOUP_WORKER_BIN');
    assert.ok(reason.includes(given));
  }
});

test('one that was obtained is kept, whole, alone beside its log; one that no longer runs is obtained again', async () => {
  const first = await prepare({ build: fakeBuild });
  assert.is(originOf(first), 'build');
  assert.equal(readdirSync(keptIn()).toSorted(), ['build.log', 'mediasoup-worker']);
  assert.equal(await prepare({ download: unwanted }), { kind: 'ready', path: placeOf(first), from: 'cache' });
  writeFakeWorker(placeOf(first), 127);
  assert.is(originOf(await prepare({ build: fakeBuild })), 'build');
  assert.equal(await prepare({ download: unwanted }), { kind: 'ready', path: placeOf(first), from: 'cache' });
});

test('the worker that npm’s own script left in the package is used where it is', async () => {
  const packaged = writeFakeWorker(join(mediasoup.directory, 'worker/out/Release/mediasoup-worker'));
  assert.equal(await prepare({ download: unwanted }), { kind: 'ready', path: packaged, from: 'package' });
});

test('mediasoup’s own download is kept; node_modules is not written to', async () => {
  writeFakeWorker(join(directory, 'prebuilt/mediasoup-worker'));
  spawnSync('tar', ['czf', join(directory, 'prebuilt.tgz'), '-C', join(directory, 'prebuilt'), 'mediasoup-worker']);
  const asked: string[] = [];
  const releases = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end(readFileSync(join(directory, 'prebuilt.tgz')));
  }).listen(0, '127.0.0.1');
  await once(releases, 'listening');
  process.env[downloadBase] = `http://127.0.0.1:${(releases.address() as AddressInfo).port}`;
  const { downloadPrebuilt } = await import('../src/media/worker-binary/download-prebuilt.ts');
  try {
    const download = (work: Work) => downloadPrebuilt({ ...work, mediasoup: installedMediasoup() });
    assert.is(originOf(await prepare({ download })), 'download');
    assert.match(asked[0] ?? '', `mediasoup-worker-${mediasoup.version}`);
    assert.not(existsSync(join(installedMediasoup().directory, 'worker/prebuild')));
  } finally {
    releases.close();
  }
});

test('a download that does not run here is not kept: it is built instead', async () => {
  const download = async (work: Work) => writeFakeWorker(join(work.directory, 'downloaded'), 127);
  assert.is(originOf(await prepare({ download, build: fakeBuild })), 'build');
  const built = async (work: Work) => writeFakeWorker(join(work.directory, 'built'), 1);
  assert.match(
    reasonOf(await prepare({ mediasoup: { ...mediasoup, version: '0.0.1' }, build: built })),
    'ne fonctionne pas',
  );
});

if (process.platform === 'linux' && readFileSync('/etc/os-release', 'utf8').includes('\nID=debian\n'))
  test('a refused download, and nothing to build with: apt’s line, and the log that says the rest', async () => {
    process.env[downloadBase] = 'http://127.0.0.1:9';
    process.env.PATH = directory;
    const steps: string[] = [];
    const result = await prepareWorkerBinary({
      given: null,
      cacheDirectory: join(directory, 'cache'),
      tell: (step) => steps.push(step),
    });
    // Where npm's script did leave a worker in the package there is nothing to refuse.
    if (result.kind === 'ready') return assert.is(result.from, 'package');
    assert.match(result.reason, 'apt-get install -y --no-install-recommends meson ninja-build g++');
    assert.match(result.reason, 'libsrtp2-dev');
    assert.ok(result.missingPackages.includes('flatbuffers-compiler'));
    assert.equal(steps, ['téléchargement du moteur vidéo']);
    const log = /Journal : (.+)$/.exec(result.reason)?.[1] ?? '';
    assert.match(readFileSync(log, 'utf8'), 'ECONNREFUSED');
  });

test('a version without a recipe is not built', async () => {
  const { buildWorker } = await import('../src/media/worker-binary/build-worker.ts');
  const reason = reasonOf(await prepare({ mediasoup: { ...mediasoup, version: '99.0.0' }, build: buildWorker }));
  assert.match(reason, /mediasoup 99\.0\.0|sous Debian/);
});

test('two at once build once, and both get it', async () => {
  let builds = 0;
  let told = () => {};
  const otherWaits = new Promise<void>((done) => (told = done));
  const build = async (work: Work) => {
    builds += 1;
    await otherWaits;
    return await fakeBuild(work);
  };
  const tell = (step: string) => step.startsWith('une autre préparation') && told();
  const both = await Promise.all([prepare({ build }, { tell }), prepare({ build }, { tell })]);
  assert.is(builds, 1);
  assert.equal(both.map(originOf).toSorted(), ['build', 'cache']);
  assert.is(placeOf(both[0]), placeOf(both[1]));
});

test('what a killed preparation left does not hinder the next one, and is removed', async () => {
  const script = `
    const { prepareWorkerBinary } = await import(${JSON.stringify(new URL('../src/media/index.ts', import.meta.url).href)});
    await prepareWorkerBinary({ given: null, cacheDirectory: ${JSON.stringify(join(directory, 'cache'))}, means: {
      mediasoup: ${JSON.stringify(mediasoup)}, download: async () => null,
      build: () => { console.log('building'); return new Promise(() => setInterval(() => {}, 1000)); },
    } });`;
  const killed = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(killed.stdout, 'data');
  killed.kill('SIGKILL');
  await once(killed, 'exit');
  assert.ok(readdirSync(keptIn()).some((name) => name.startsWith('work-')));
  assert.is(originOf(await prepare({ build: fakeBuild })), 'build');
  assert.not(readdirSync(keptIn()).some((name) => name.startsWith('work-')));
});

test('a failure leaves no half: the reason names the log, and the next one may succeed', async () => {
  const build = () => Promise.reject(new Unavailable('La construction a échoué (compilation).'));
  assert.match(
    reasonOf(await prepare({ build })),
    /^La construction a échoué \(compilation\)\. Journal : .+build\.log$/,
  );
  assert.equal(readdirSync(keptIn()), ['build.log']);
  assert.is(originOf(await prepare({ build: fakeBuild })), 'build');
  assert.equal(readdirSync(keptIn()).toSorted(), ['build.log', 'build.log.before', 'mediasoup-worker']);
});

function groupLives(leader: number): boolean {
  try {
    return process.kill(-leader, 0);
  } catch {
    return false;
  }
}

test('told to stop, it stops its programs and says so', async () => {
  const { runProgram } = await import('../src/media/worker-binary/run-program.ts');
  const stop = new AbortController();
  let started = 0;
  const build = async (work: Work) => {
    await runProgram('sh', ['-c', 'echo $$; sleep 600 & wait'], {
      ...work,
      onText: (text) => {
        started = Number(text);
        stop.abort();
      },
    });
    return await unwanted();
  };
  assert.match(reasonOf(await prepare({ build }, { signal: stop.signal })), 'interrompue');
  assert.ok(started > 0);
  await waitFor(() => !groupLives(started), 'the programs’ end');
});

test('a cache that cannot be written is a reason, not a crash', async () => {
  writeFileSync(join(directory, 'file'), '');
  const cacheDirectory = join(directory, 'file');
  assert.match(reasonOf(await prepare({}, { cacheDirectory })), 'MEDIA_CACHE_DIR');
});

test('the real worker of this machine carries a router', async () => {
  const workerBin = await realWorkerBinary();
  const worker = await createWorker({ workerBin, logLevel: 'warn' });
  try {
    const router = await worker.createRouter({
      mediaCodecs: [
        { kind: 'audio', mimeType: 'audio/opus', clockRate: 48_000, channels: 2 },
        { kind: 'video', mimeType: 'video/VP8', clockRate: 90_000 },
      ],
    });
    assert.is(
      router.rtpCapabilities.codecs?.some(({ mimeType }) => mimeType === 'video/VP8'),
      true,
    );
  } finally {
    worker.close();
  }
});

test.run();
