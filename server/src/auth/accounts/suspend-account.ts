import { and, eq } from 'drizzle-orm';
import { accounts } from '@concertation/schema';
import type { Transaction } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';
import type { Sessions } from '../sessions/sessions.ts';
import { isAccount } from './account-facts.ts';

async function lockAccount(tx: Transaction, accountId: string): Promise<typeof accounts.$inferSelect> {
  const [account] = await tx
    .select()
    .from(accounts)
    .where(and(eq(accounts.id, accountId), isAccount))
    .for('update');
  if (!account) throw new AppError('not_found');
  return account;
}

/**
 * Suspends an account: its sessions end, and with them its channels and its calls within 5 s; no way in opens another.
 * Throws `not_found`, `wrong_state` when it is suspended already. The audit is the caller's.
 */
export async function suspendAccount(
  tx: Transaction,
  sessions: Sessions,
  { accountId, reason, by }: { accountId: string; reason: string; by: { accountId: string; sessionId: string } },
): Promise<void> {
  const { suspendedAt } = await lockAccount(tx, accountId);
  if (suspendedAt) throw new AppError('wrong_state');
  await tx
    .update(accounts)
    .set({ suspendedAt: new Date(), suspendedBy: by.accountId, suspensionReason: reason })
    .where(eq(accounts.id, accountId));
  await sessions.endAllOf(tx, accountId, by);
}

/** Ends a suspension: the account signs in again as before. Throws `not_found`, `wrong_state` when it is not suspended. */
export async function restoreAccount(tx: Transaction, accountId: string): Promise<void> {
  const { suspendedAt } = await lockAccount(tx, accountId);
  if (!suspendedAt) throw new AppError('wrong_state');
  await tx
    .update(accounts)
    .set({ suspendedAt: null, suspendedBy: null, suspensionReason: null })
    .where(eq(accounts.id, accountId));
}
