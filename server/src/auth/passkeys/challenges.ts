import { eq, lte } from 'drizzle-orm';
import { passkeyChallenges } from '@concertation/schema';
import type { Executor } from '../../database/index.ts';
import { AppError, newId } from '../../lib/index.ts';

/** A challenge serves one ceremony only. */
export type Purpose = 'register' | 'sign_in' | 'add' | 'prove' | 'unlock' | 'recover';

/** How long a person has to answer. */
export const challengeMs = 120_000;

type Kept = { challenge: string; accountId: string | null; registrationId: string | null };

/** Keeps a challenge for two minutes; returns the ceremony's id, under which the answer must come back. */
export async function keepChallenge(
  executor: Executor,
  kept: { purpose: Purpose; challenge: string; accountId?: string; registrationId?: string },
): Promise<string> {
  const id = newId();
  await executor.insert(passkeyChallenges).values({ id, ...kept, expiresAt: new Date(Date.now() + challengeMs) });
  return id;
}

/**
 * Takes a challenge, which is thereby used up whatever comes next: call it outside the transaction that may be undone.
 * Throws `passkey_challenge` when it is unknown, used, expired, or was made for another purpose (rule AUT-10).
 */
export async function takeChallenge(executor: Executor, ceremonyId: string, purpose: Purpose): Promise<Kept> {
  const [row] = await executor.delete(passkeyChallenges).where(eq(passkeyChallenges.id, ceremonyId)).returning();
  if (!row || row.purpose !== purpose || row.expiresAt <= new Date()) throw new AppError('passkey_challenge');
  return row;
}

/** Removes the challenges that nobody answered in time. */
export async function removeExpiredChallenges(executor: Executor): Promise<void> {
  await executor.delete(passkeyChallenges).where(lte(passkeyChallenges.expiresAt, new Date()));
}
