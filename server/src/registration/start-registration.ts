import { lte } from 'drizzle-orm';
import { registrations } from '@concertation/schema';
import { z } from 'zod';
import type { Database, Executor } from '../database/index.ts';
import type { Jobs } from '../jobs/index.ts';
import type { Logger } from '../lib/index.ts';
import type { SendMail } from '../notifications/index.ts';
import { forgetOldProofs } from './validation/forget-old-proofs.ts';
import { remindTrials } from './trials/remind-trials.ts';

const trialsJob = { name: 'trials.remind', data: z.object({}) };
const sweepEveryMs = 3_600_000;

/** Forgets what nobody confirmed in time, with everything that was typed. */
export async function removeExpiredRegistrations(executor: Executor): Promise<void> {
  await executor.delete(registrations).where(lte(registrations.expiresAt, new Date()));
}

/**
 * Writes to those whose trial ends soon every morning in Paris, and sweeps drafts and old proofs every hour. `origin` is asked each time:
 * it is known once the port is. Returns how to stop, which waits for the sweep under way; a failed one is logged.
 */
export async function startRegistration({
  database,
  jobs,
  sendMail,
  log,
  origin,
}: {
  database: Database;
  jobs: Jobs;
  sendMail: SendMail;
  log: Logger;
  origin: () => string;
}): Promise<() => Promise<void>> {
  await jobs.handle(trialsJob, () => remindTrials({ database, sendMail, origin: origin() }));
  await jobs.schedule(trialsJob, {}, { cron: '0 9 * * *', timeZone: 'Europe/Paris' });
  let underWay: Promise<void> = Promise.resolve();
  const sweep = (): void => {
    underWay = underWay
      .then(() => removeExpiredRegistrations(database.db))
      .then(() => forgetOldProofs(database))
      .catch((error: unknown) => log.error({ err: error }, 'sweep of registrations failed'));
  };
  sweep();
  const timer = setInterval(sweep, sweepEveryMs);
  timer.unref();
  return () => {
    clearInterval(timer);
    return underWay;
  };
}
