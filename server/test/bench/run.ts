// `npm run bench`: the product beside its peers, in one run on one machine. Prints its progress and writes
// docs/benchmarks.md. Ratios travel from one machine to another; milliseconds do not.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EmbeddedCluster } from '../../src/database/embedded/cluster.ts';
import { createLogger } from '../../src/lib/index.ts';
import { Child } from './child.ts';
import { benchmarkPage, type Point, type Result } from './benchmark-page.ts';
import type {
  LoadAnswer,
  LoadRequest,
  LoadTarget,
  TargetAnswer,
  TargetKind,
  TargetReady,
  TargetRequest,
} from './messages.ts';
import { directorySection } from './directory/directory-section.ts';
import { measureDirectory } from './directory/measure.ts';
import { measureCalls } from './calls/measure.ts';
import type { PageTimes } from './pages/messages.ts';
import { measurePages } from './pages/measure.ts';
import { measurePdf } from './pdf.ts';

const quick = process.argv.includes('--quick');
/** One part alone, printed and not written. */
const only = (['pages', 'calls', 'directory'] as const).find((part) => process.argv.includes(`--${part}`)) ?? null;
const sizes = quick ? [50, 100] : [50, 100, 200, 400];
const seconds = quick ? 4 : 10;
const histories = quick ? [5_000] : [50_000, 250_000];
const kinds: TargetKind[] = ['concertation', 'hocuspocus', 'y-websocket'];
const names: Record<TargetKind, string> = {
  concertation: 'Concertation',
  hocuspocus: '@hocuspocus/server + extension-database',
  'y-websocket': '@y/websocket-server (memory)',
};

type TargetChild = Child<TargetRequest, TargetAnswer>;
type LoadChild = Child<LoadRequest, LoadAnswer>;
type Running = { child: TargetChild; ready: TargetReady; target: LoadTarget };

const say = (line: string) => process.stdout.write(`${line}\n`);
const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] as number;

async function start(kind: TargetKind, port: number, place: string, again = false): Promise<Running> {
  const child: TargetChild = new Child(`./targets/${kind}.ts`, 0, [String(port), place, ...(again ? ['again'] : [])]);
  const ready = await child.next('ready');
  return { child, ready, target: { kind, port: ready.port, cookie: ready.cookie } };
}

const documentsFor = (running: Running, editors: number) => {
  const count = Math.max(1, editors / 5);
  return running.ready.documents.length
    ? running.ready.documents.slice(0, count)
    : Array.from({ length: count }, (_, index) => `document-${index}`);
};

async function measureSize(load: LoadChild, running: Running, editors: number): Promise<Point> {
  await load.ask(
    { type: 'connect', target: running.target, documents: documentsFor(running, editors), editors },
    'connected',
  );
  const before = await running.child.ask({ type: 'processor' }, 'processor');
  const measured = await load.ask({ type: 'measure', seconds }, 'measured');
  const after = await running.child.ask({ type: 'processor' }, 'processor');
  await load.ask({ type: 'disconnect' }, 'disconnected');
  // The two seconds of warming up are in the processor's count and not in the deliveries'.
  const deliveries = measured.deliveries * ((seconds + 2) / seconds);
  return {
    ...measured.seen,
    deliveriesPerSecond: measured.deliveries / seconds,
    cpuPerThousand: ((after.milliseconds - before.milliseconds) / deliveries) * 1000,
  };
}

/** Each pass has documents of its own: not every target lets go of one. */
async function measureMemory(
  load: LoadChild,
  running: Running,
): Promise<{ connectionKib: number; documentKib: number }> {
  const count = 25;
  const pass = async (documents: string[], editors: number) => {
    const before = (await running.child.ask({ type: 'memory' }, 'memory')).bytes;
    await load.ask({ type: 'connect', target: running.target, documents, editors }, 'connected');
    const grown = (await running.child.ask({ type: 'memory' }, 'memory')).bytes - before;
    await load.ask({ type: 'disconnect' }, 'disconnected');
    return grown / 1024 / count;
  };
  const documents = (salt: number) =>
    running.ready.documents.length
      ? running.ready.documents.slice(salt * count, (salt + 1) * count)
      : Array.from({ length: count }, (_, index) => `memory-${salt}-${index}`);
  await pass(documents(0), count);
  const oneEach = await pass(documents(1), count);
  const nineEach = await pass(documents(2), count * 9);
  const connectionKib = (nineEach - oneEach) / 8;
  return { connectionKib, documentKib: oneEach - connectionKib };
}

async function measureOpenings(load: LoadChild, running: Running): Promise<Map<number, number>> {
  const result = new Map<number, number>();
  for (const edits of histories) {
    say(`    histoire de ${edits} modifications…`);
    const { document } = await running.child.ask({ type: 'history', edits }, 'history');
    const times: number[] = [];
    for (let round = 0; round < 5; round += 1)
      times.push((await load.ask({ type: 'open', target: running.target, document }, 'opened')).milliseconds);
    result.set(edits, median(times));
  }
  return result;
}

/** Everybody is connected, the server stops, another one takes its port: time until all are in step again. */
async function measureReturn(load: LoadChild, running: Running, place: string): Promise<number> {
  const editors = Math.max(...sizes);
  await load.ask(
    { type: 'connect', target: running.target, documents: documentsFor(running, editors), editors },
    'connected',
  );
  await running.child.end();
  const again = await start(running.target.kind, running.target.port, place, true);
  const { milliseconds } = await load.ask({ type: 'back' }, 'back');
  await load.ask({ type: 'disconnect' }, 'disconnected');
  await again.child.end();
  return milliseconds;
}

async function measureTarget(kind: TargetKind, load: LoadChild, place: string): Promise<Result> {
  say(`\n${names[kind]}`);
  const running = await start(kind, 0, place);
  const points = new Map<number, Point>();
  for (const editors of sizes) {
    const point = await measureSize(load, running, editors);
    points.set(editors, point);
    say(
      `  ${editors} rédacteurs : vu p50 ${point.p50.toFixed(2)} ms, p99 ${point.p99.toFixed(1)} ms, ${point.cpuPerThousand.toFixed(1)} ms CPU / 1000`,
    );
  }
  const memory = await measureMemory(load, running);
  say(
    `  mémoire : ${memory.connectionKib.toFixed(1)} Kio par connexion, ${memory.documentKib.toFixed(1)} Kio par document`,
  );
  const open = kind === 'y-websocket' ? new Map<number, number>() : await measureOpenings(load, running);
  for (const [edits, milliseconds] of open)
    say(`  ouverture de ${edits} modifications : ${milliseconds.toFixed(0)} ms`);
  const back = await measureReturn(load, running, place);
  say(`  retour de ${Math.max(...sizes)} rédacteurs : ${back.toFixed(0)} ms`);
  return { points, ...memory, back, open };
}

async function measureAllCalls(): Promise<string> {
  say('\nVisioconférence');
  return measureCalls({ quick, seconds }, say);
}

async function main(): Promise<void> {
  if (only === 'calls') {
    say(`\n${await measureAllCalls()}`);
    return;
  }
  const place = mkdtempSync(join(tmpdir(), 'concertation-bench-'));
  let directory = '';
  const load: LoadChild = new Child('./load.ts', availableParallelism() > 1 ? 1 : 0);
  const results = new Map<TargetKind, Result>();
  // One database for all of them, in a process that is pinned to no core.
  const cluster = new EmbeddedCluster(place, createLogger('error'));
  await cluster.start();
  let pages: PageTimes[] = [];
  if (only !== 'directory') {
    say('\nPages');
    pages = await measurePages(cluster.socketDirectory, { size: quick ? 'small' : 'large', seconds });
    for (const { page, p50, p95 } of pages) say(`  ${page} : p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`);
  }
  for (const kind of only ? [] : kinds) results.set(kind, await measureTarget(kind, load, cluster.socketDirectory));
  if (only !== 'pages') {
    say('\nAnnuaire');
    directory = directorySection(
      await measureDirectory(cluster.socketDirectory, { lines: quick ? 50_000 : 2_200_000, seconds }, say),
    );
  }
  await cluster.stop();
  await load.end();
  rmSync(place, { recursive: true, force: true });

  if (only === 'directory') say(`\n${directory}`);
  if (only) return;
  say('\nPDF');
  const pdf = await measurePdf(quick ? 3 : 15);
  say(
    `  rendu ${pdf.render.toFixed(0)} ms, signatures ${pdf.sign.toFixed(0)} ms, vérification ${pdf.verify.toFixed(0)} ms ; 60 pages en tout ${pdf.longWhole.toFixed(0)} ms`,
  );
  const calls = await measureAllCalls();
  const machine = `${availableParallelism()} cœurs, ${cpus()[0]?.model ?? 'processeur inconnu'}, Node ${process.version}`;
  const text = benchmarkPage({
    date: new Date().toISOString().slice(0, 10),
    machine,
    sizes,
    histories,
    seconds,
    names,
    results,
    pdf,
    pages,
    calls,
    directory,
  });
  if (!quick) writeFileSync(fileURLToPath(new URL('../../../docs/benchmarks.md', import.meta.url)), text);
  say(`\n${text}`);
}

await main();
