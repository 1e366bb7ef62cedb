import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Provenance } from '@concertation/shared/contracts';
import type { Traced } from './trace-provenance.ts';

/** Traces in a thread of its own: a journal of thousands of rows takes seconds, which nobody who writes should wait. */
export async function traceInThread(traced: Traced): Promise<Provenance> {
  const worker = new Worker(new URL('./trace-worker.ts', import.meta.url), { workerData: traced, execArgv: [] });
  try {
    const [found] = (await once(worker, 'message')) as [Provenance];
    return found;
  } finally {
    await worker.terminate();
  }
}
