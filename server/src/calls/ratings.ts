import { desc, eq } from 'drizzle-orm';
import { callRatings } from '@concertation/schema';
import type { CallRating } from '@concertation/shared/contracts';
import type { Principal } from '../access/index.ts';
import type { Audit } from '../audit/index.ts';
import type { Database, Executor } from '../database/index.ts';
import { notify } from '../database/index.ts';
import { AppError } from '../lib/index.ts';
import { readMeeting } from '../meetings/index.ts';

/**
 * Records how somebody found the sound and the image, in place of what they said before. Throws `wrong_state` where the
 * meeting is not held by the product's own call. Source: SA-108, SA-109.
 */
export async function rateCall(
  { database, audit }: { database: Database; audit: Audit },
  principal: Principal,
  meetingId: string,
  { stars, comment }: CallRating,
): Promise<void> {
  const { accountId } = principal;
  await database.transaction(async (tx) => {
    if ((await readMeeting(tx, meetingId)).video.mode !== 'product') throw new AppError('wrong_state');
    const rating = { stars, comment, at: new Date() };
    await tx
      .insert(callRatings)
      .values({ meetingId, accountId, ...rating })
      .onConflictDoUpdate({ target: [callRatings.meetingId, callRatings.accountId], set: rating });
    await notify(tx, 'facts_changed', `meeting:${meetingId}`);
    await audit.record(tx, 'call.rated', { ...principal, subject: `meeting:${meetingId}` }, { stars });
  });
}

/** A meeting's ratings without names, latest first, and their mean; null when there is none. Source: SA-108, SA-109. */
export async function listRatings(
  executor: Executor,
  meetingId: string,
): Promise<{ average: number | null; lines: (CallRating & { at: string })[] }> {
  const rows = await executor
    .select({ stars: callRatings.stars, comment: callRatings.comment, at: callRatings.at })
    .from(callRatings)
    .where(eq(callRatings.meetingId, meetingId))
    .orderBy(desc(callRatings.at), desc(callRatings.accountId));
  const sum = rows.reduce((total, { stars }) => total + stars, 0);
  return {
    average: rows.length === 0 ? null : sum / rows.length,
    lines: rows.map(({ at, ...rating }) => ({ ...rating, at: at.toISOString() })),
  };
}
