import { setTimeout as sleep } from 'node:timers/promises';

/** Does some work and answers no sooner than this, in milliseconds: how long it took tells nothing. What it throws waits too. */
export async function atLeast<Result>(milliseconds: number, work: () => Promise<Result>): Promise<Result> {
  const [outcome] = await Promise.allSettled([work(), sleep(milliseconds)]);
  if (outcome.status === 'rejected') throw outcome.reason;
  return outcome.value;
}
