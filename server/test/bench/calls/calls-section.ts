import type { ForwardingPoint, JoinTimes } from './messages.ts';

const row = (cells: string[]) => `| ${cells.join(' | ')} |`;

/** The part of a core that is left to others, so that a burst does not make packets late. */
const fullAt = 0.8;

/** What one core holds, from the largest meeting that lost nothing: megabits per second. */
function heldBy(points: ForwardingPoint[]): number {
  const kept = points.filter(({ kept: part }) => part > 0.98);
  const largest = (kept.length > 0 ? kept : points).at(-1);
  return largest ? fullAt / largest.cpuPerMegabit : Number.NaN;
}

/** The figures of calls, as a section of docs/benchmarks.md. */
export function callsSection(points: ForwardingPoint[], joins: JoinTimes): string {
  const lines = points.map((point) =>
    row([
      String(point.people),
      String(point.consumers),
      point.forwarded.toFixed(1),
      `${(point.kept * 100).toFixed(1)} %`,
      `${(point.cpu * 100).toFixed(1)} %`,
      (point.cpuPerMegabit * 1000).toFixed(2),
      point.memoryMib.toFixed(1),
    ]),
  );
  return `## Calls

One media worker on a core of its own, as a meeting grows: everybody speaks all the time (32 kbit/s) and shows themselves
(300 kbit/s, a face of medium size), everybody receives all the voices and up to 16 faces. Real meetings cost less: who is
silent sends nothing, and what is not seen is paused. Packets come in as plain RTP and leave encrypted; nobody answers
with RTCP. « Delivered » falls below 100 % when the worker, or the sender beside it, no longer keeps up.

${row(['People', 'Consumers', 'Mbit/s out', 'Delivered', 'Of one core', 'CPU ms per Mbit out', 'Memory, MiB'])}
${row(['--:', '--:', '--:', '--:', '--:', '--:', '--:'])}
${lines.join('\n')}

At four fifths of its time, one core of this machine forwards about ${heldBy(points).toFixed(0)} Mbit/s.

From the click on « Rejoindre » on loopback, in headless Chromium with one other person inside (median of ${joins.joins} joins, each on a
page newly opened): first sound ${joins.audio.toFixed(0)} ms, first picture ${joins.video.toFixed(0)} ms. Goal: 1,500 ms.
`;
}
