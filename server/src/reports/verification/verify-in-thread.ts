import { Worker } from 'node:worker_threads';
import { AppError } from '../../lib/index.ts';
import type { Examined } from './verify-file.ts';

/** An honest file takes a fiftieth of this; and of the memory, a tenth. */
const limits = { seconds: 30, megabytes: 768 };
/** Files examined at the same time; who comes then is asked to come back. */
const threads = 2;
let busy = 0;

async function inThread(pdf: Uint8Array, expected: readonly Uint8Array[]): Promise<Examined> {
  const worker = new Worker(new URL('./verify-worker.ts', import.meta.url), {
    workerData: { pdf, expected },
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
  });
  const { promise, resolve, reject } = Promise.withResolvers<Examined>();
  const refuse = (cause?: unknown): void => reject(new AppError('unverifiable', undefined, { cause }));
  const patience = setTimeout(refuse, limits.seconds * 1000);
  worker.once('message', resolve);
  worker.once('error', refuse);
  worker.once('exit', () => refuse());
  try {
    return await promise;
  } finally {
    clearTimeout(patience);
    await worker.terminate();
  }
}

/**
 * Verifies a file that anybody sent, away from the thread that serves everybody. `expected`: certificates (DER). Throws `unverifiable` when it could not
 * be read within its limits, `too_many` while others are examined.
 */
export async function verifyInThread(pdf: Uint8Array, expected: readonly Uint8Array[]): Promise<Examined> {
  if (busy >= threads) throw new AppError('too_many');
  busy += 1;
  try {
    return await inThread(pdf, expected);
  } finally {
    busy -= 1;
  }
}
