import { eq, sql } from 'drizzle-orm';
import { failedAttempts } from '@concertation/schema';
import type { Principal } from '../../access/index.ts';
import type { Executor } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';
import type { AuthNeeds } from '../needs.ts';
import { isPassword } from '../passwords/hash-password.ts';
import { type PresenceAnswer, provePresence } from '../proof/prove-with-passkey.ts';
import { canUnlock, pinHashOf } from './pin.ts';

const tries = 5;
const keyOf = ({ sessionId }: Principal): string => `pin:${sessionId}`;

type Needs = Pick<AuthNeeds, 'database' | 'audit' | 'sessions' | 'accountKeys' | 'origin'>;

/**
 * Locks the screen of this session: its channels close, and nothing but unlocking it is answered. Throws `pin_missing`
 * for who could not come back. Source: PA-24.
 */
export async function lockSession(
  { database, audit, sessions }: Needs,
  principal: Principal,
  deviceId: string | null,
): Promise<void> {
  if (!(await canUnlock(database.db, principal.accountId, deviceId))) throw new AppError('pin_missing');
  await database.transaction(async (tx) => {
    await sessions.setLocked(tx, principal.sessionId, true);
    await audit.record(tx, 'session.locked', principal, {});
  });
}

/** Counts a try before it is made: five at once are five. */
async function countTry(executor: Executor, principal: Principal): Promise<number> {
  const now = new Date();
  const [row] = await executor
    .insert(failedAttempts)
    .values({ key: keyOf(principal), failures: 1, lastAt: now, nextAt: now })
    .onConflictDoUpdate({
      target: failedAttempts.key,
      set: { failures: sql`${failedAttempts.failures} + 1`, lastAt: now },
    })
    .returning({ failures: failedAttempts.failures });
  return row?.failures ?? tries;
}

const forgetTries = (executor: Executor, principal: Principal) =>
  executor.delete(failedAttempts).where(eq(failedAttempts.key, keyOf(principal)));

/**
 * Too many: the session ends, by whichever of several tries at once came first. Its count stays until it is swept, so that
 * those under way are not counted anew.
 */
async function endSession({ database, sessions }: Needs, principal: Principal): Promise<never> {
  await database.transaction(async (tx) => {
    await sessions.end(tx, principal, principal.sessionId).catch((error: unknown) => {
      if (!(error instanceof AppError && error.code === 'not_found')) throw error;
    });
  });
  throw new AppError('signed_out');
}

/**
 * Unlocks with the four digits chosen on this browser. It proves nothing for what engages. Throws `pin_refused` with the
 * tries left; at the fifth wrong one the session ends, and it is `signed_out`. Source: PA-24, PA-25.
 */
export async function unlockSession(
  needs: Needs,
  principal: Principal,
  deviceId: string | null,
  pin: string,
): Promise<void> {
  const { database, audit, sessions, accountKeys } = needs;
  const count = await countTry(database.db, principal);
  const right =
    count <= tries &&
    (await isPassword(await pinHashOf(database.db, principal.accountId, deviceId), pin, accountKeys.pepper));
  if (!right && count >= tries) return endSession(needs, principal);
  if (!right) throw new AppError('pin_refused', { left: tries - count });
  await database.transaction(async (tx) => {
    await forgetTries(tx, principal);
    await sessions.setLocked(tx, principal.sessionId, false);
    await audit.record(tx, 'session.unlocked', principal, { by: 'pin' });
  });
}

/** Unlocks with a passkey, which also proves that one is there. Source: PA-25. */
export function finishUnlock(needs: Needs, principal: Principal, answer: PresenceAnswer): Promise<void> {
  return provePresence(needs, principal, 'unlock', answer, async (tx) => {
    await forgetTries(tx, principal);
    await needs.sessions.setLocked(tx, principal.sessionId, false);
    await needs.sessions.noteProof(tx, principal.sessionId);
    await needs.audit.record(tx, 'session.unlocked', principal, { by: 'passkey' });
  });
}
