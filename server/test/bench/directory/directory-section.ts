import type { DirectoryTimes, SearchTimes } from './messages.ts';

const row = (cells: string[]) => `| ${cells.join(' | ')} |`;
const mib = (bytes: number) => (bytes / 1024 ** 2).toFixed(0);
const whole = new Intl.NumberFormat('en');

function table(title: string, times: Map<string, SearchTimes>): string {
  return [
    row([title, 'p50', 'p95', 'p99', 'Searches']),
    row(['---', '--:', '--:', '--:', '--:']),
    ...[...times].map(([kind, { p50, p95, p99, answers }]) =>
      row([kind, p50.toFixed(1), p95.toFixed(1), p99.toFixed(1), String(answers)]),
    ),
  ].join('\n');
}

/** The figures of the RPPS directory, as a section of docs/benchmarks.md. */
export function directorySection({ cost, people, alone, everyMs }: DirectoryTimes): string {
  const { lines, professionals, bytes, readSeconds, seconds, peakMib } = cost;
  return `## Directory

A fictitious extraction in the format of the national one: ${whole.format(lines)} lines, ${whole.format(professionals)} professionals, ${mib(bytes)} MiB. Import into an
empty base: ${seconds.toFixed(0)} s, ${whole.format(Math.round(lines / seconds))} lines a second, of which ${readSeconds.toFixed(0)} s to read, check and copy (${whole.format(Math.round(lines / readSeconds))} lines a second); the
rest gathers, indexes, compares and puts in force. Largest memory of the importing process: ${peakMib.toFixed(0)} MiB (goal: 300).

Fifty people at once, each searching every ${everyMs / 1000} s through HTTP, kinds mixed; milliseconds. Goal: p95 of 50 ms.

${table('Search', people)}

One at a time, in the database alone, names mixed, beside what is simplest over the same rows (neither forgives a slip):

${table('Query', alone)}
`;
}
