import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until it is so; throws, naming what was awaited, when it still is not after the limit. */
export async function waitFor(
  condition: () => boolean | Promise<boolean>,
  what: string,
  limitMs = 20_000,
): Promise<void> {
  for (const end = performance.now() + limitMs; !(await condition()); await sleep(5))
    if (performance.now() > end) throw new Error(`still waiting for: ${what}`);
}
