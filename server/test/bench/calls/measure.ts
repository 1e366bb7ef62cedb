import { Child } from '../child.ts';
import { readConfiguration } from '../../../src/config/index.ts';
import { findWorkerBinary } from '../../../src/media/index.ts';
import { measureForwarding } from './forwarding.ts';
import { callsSection } from './calls-section.ts';
import type { JoinTimes } from './messages.ts';

/** Meetings of these sizes, then joins in Chromium on the product as it is built; the section of docs/benchmarks.md. */
export async function measureCalls(
  { quick, seconds }: { quick: boolean; seconds: number },
  say: (line: string) => void,
): Promise<string> {
  const { MEDIASOUP_WORKER_BIN, MEDIA_CACHE_DIR, XDG_CACHE_HOME } = process.env;
  const { media } = readConfiguration({ MEDIASOUP_WORKER_BIN, MEDIA_CACHE_DIR, XDG_CACHE_HOME }).configuration;
  const found = await findWorkerBinary({ given: media.workerBin, cacheDirectory: media.cacheDirectory });
  if (found?.kind !== 'ready')
    return '## Calls\n\nNot measured: no media worker was ready (`npm run media:prepare`).\n';
  const points = await measureForwarding(found.path, { sizes: quick ? [2, 8] : [2, 4, 8, 16, 25], seconds });
  for (const { people, cpu, forwarded } of points)
    say(`  ${people} personnes : ${forwarded.toFixed(1)} Mbit/s, ${(cpu * 100).toFixed(1)} % d’un cœur`);
  process.env.MEDIASOUP_WORKER_BIN = found.path;
  const browser = new Child<never, JoinTimes>('../../../web/e2e/bench/measure-joins.ts', 1, [quick ? '3' : '20']);
  const joins = await browser.next('joined');
  await browser.end();
  say(`  premier son ${joins.audio.toFixed(0)} ms, première image ${joins.video.toFixed(0)} ms`);
  return callsSection(points, joins);
}
