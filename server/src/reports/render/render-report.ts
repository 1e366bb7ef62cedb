import { Worker } from 'node:worker_threads';
import type { FrozenReport } from '../facts.ts';
import { RenderingFailed } from './failures.ts';
import { fontCoverage } from './font-coverage.ts';
import { reportContent } from './report-content.ts';

/** The longest report seen in tests takes a tenth of this; beyond it something is wrong, and the job tries again. */
const patienceSeconds = 120;

/**
 * The unsigned PDF of a frozen report: PDF/A-3a, tagged, in French. Same value in, same bytes out, on every machine
 * (rule PDF-2). Rejects with UnprintableContent or RenderingFailed; nothing is ever left out silently.
 */
export async function renderReport(report: FrozenReport): Promise<Uint8Array> {
  const workerData = reportContent(report, fontCoverage());
  const worker = new Worker(new URL('./render-worker.ts', import.meta.url), { workerData, execArgv: [] });
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
  const patience = setTimeout(
    () => reject(new RenderingFailed(`no page after ${patienceSeconds} s`)),
    patienceSeconds * 1000,
  );
  worker.once('message', resolve);
  worker.once('error', (cause) =>
    reject(new RenderingFailed(cause instanceof Error ? cause.message : 'unknown', { cause })),
  );
  worker.once('exit', (code) => reject(new RenderingFailed(`the thread ended with ${code}`)));
  try {
    return await promise;
  } finally {
    clearTimeout(patience);
    await worker.terminate();
  }
}
