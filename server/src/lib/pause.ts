import { setTimeout as sleep } from 'node:timers/promises';

/** Waits this many milliseconds, or until the signal: being told to stop waiting is no error. */
export async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  try {
    await sleep(milliseconds, undefined, { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
