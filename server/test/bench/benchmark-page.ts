import type { Latencies, TargetKind } from './messages.ts';
import type { PageTimes } from './pages/messages.ts';
import type { PdfTimes } from './pdf.ts';

export type Point = Latencies & { cpuPerThousand: number; deliveriesPerSecond: number };
export type Result = {
  points: Map<number, Point>;
  connectionKib: number;
  documentKib: number;
  back: number;
  open: Map<number, number>;
};
export type Bench = {
  date: string;
  machine: string;
  sizes: number[];
  histories: number[];
  seconds: number;
  names: Record<TargetKind, string>;
  results: Map<TargetKind, Result>;
  pdf: PdfTimes;
  pages: PageTimes[];
  /** The section of calls, as it is written. */
  calls: string;
  /** The section of the RPPS directory, as it is written. */
  directory: string;
};

const row = (cells: string[]) => `| ${cells.join(' | ')} |`;

/** The figures of one run as the Markdown page docs/benchmarks.md: each measure, and its ratio to plain Hocuspocus. */
export function benchmarkPage(bench: Bench): string {
  const { names, results } = bench;
  const kinds = [...results.keys()];
  const lines: string[] = [];
  const measure = (label: string, unit: string, digits: number, read: (result: Result) => number | undefined) => {
    const plain = read(results.get('hocuspocus') as Result);
    const cells = kinds.map((kind) => {
      const value = read(results.get(kind) as Result);
      if (value === undefined) return '–';
      const ratio = plain && plain > 0 && kind !== 'hocuspocus' ? ` (× ${(value / plain).toFixed(2)})` : '';
      return `${value.toFixed(digits)}${ratio}`;
    });
    lines.push(row([`${label}, ${unit}`, ...cells]));
  };
  for (const size of bench.sizes) {
    measure(`Edit seen p50, ${size} editors`, 'ms', 2, (result) => result.points.get(size)?.p50);
    measure(`Edit seen p95, ${size} editors`, 'ms', 1, (result) => result.points.get(size)?.p95);
    measure(`Edit seen p99, ${size} editors`, 'ms', 1, (result) => result.points.get(size)?.p99);
    measure(
      `Server processor per 1,000 deliveries, ${size} editors`,
      'ms',
      1,
      (result) => result.points.get(size)?.cpuPerThousand,
    );
  }
  measure('Memory per open connection', 'KiB', 1, (result) => result.connectionKib);
  measure('Memory per open document', 'KiB', 1, (result) => result.documentKib);
  measure(`Everybody back after a restart, ${Math.max(...bench.sizes)} editors`, 'ms', 0, (result) => result.back);
  for (const edits of bench.histories)
    measure(`Open a document of ${edits} edits`, 'ms', 0, (result) => result.open.get(edits));
  return `# Benchmarks

Made by \`npm run bench\` on ${bench.date}, ${bench.machine}. Five editors a document, each typing about 2.5 strokes a
second through a real provider on its own WebSocket; server and load in separate processes on separate cores; ${bench.seconds} s
a point after 2 s of warming up; targets one after the other in the same run. In brackets, the ratio to plain Hocuspocus:
below 1 is better. Concertation alone makes each edit durable, chained and attributed before it acknowledges it. A memory
figure below zero is within the noise of garbage collection.

${row(['', ...kinds.map((kind) => names[kind])])}
${row(['---', ...kinds.map(() => '--:')])}
${lines.join('\n')}

A frozen report of three pages, in both its files (PDF/A-3a and PDF/A-1a): rendered in ${bench.pdf.render.toFixed(0)} ms, two signatures in ${bench.pdf.sign.toFixed(0)} ms,
both verified in ${bench.pdf.verify.toFixed(0)} ms, ${bench.pdf.whole.toFixed(0)} ms in all; of sixty pages, ${bench.pdf.longWhole.toFixed(0)} ms in all (warm medians).

## Pages

On invented data the size of a region (\`npm run seed -- --size large\`: 20,000 cases, 500 boards, 5,000 accounts, 2,000
meetings), 50 people at once, each opening a page every two seconds: time until everything that the page asks is there,
in milliseconds, after 2 s of warming up. \`health\` is an answer that reads nothing: what the machine, the network and the client cost. With a page a second each, the home page saturates these two cores.

${row(['Page', 'p50', 'p95'])}
${row(['---', '--:', '--:'])}
${bench.pages.map(({ page, p50, p95 }) => row([page, p50.toFixed(1), p95.toFixed(1)])).join('\n')}

${bench.directory}
${bench.calls}`;
}
