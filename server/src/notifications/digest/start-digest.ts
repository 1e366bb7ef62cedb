import { DateTime } from 'luxon';
import { z } from 'zod';
import { type DigestNeeds, runDigest } from './run-digest.ts';

const timeZone = 'Europe/Paris';
const hour = 17;
const digestJob = { name: 'digest.make', data: z.object({}) };

/**
 * The day that a digest made at this instant speaks of: the next one. Null before the hour: what an outage delayed until
 * the night or the morning would say « demain » of today, and is not said any more.
 */
export function dayTold(now: Date): string | null {
  const clock = DateTime.fromJSDate(now, { zone: timeZone });
  return clock.hour < hour ? null : clock.plus({ days: 1 }).toISODate();
}

/** Makes the digest of the next day every day at 17:00 in Paris. */
export async function startDigest(needs: DigestNeeds): Promise<void> {
  await needs.jobs.handle(digestJob, async () => {
    const day = dayTold(new Date());
    if (day !== null) await runDigest(needs, day);
  });
  await needs.jobs.schedule(digestJob, {}, { cron: `0 ${hour} * * *`, timeZone });
}
