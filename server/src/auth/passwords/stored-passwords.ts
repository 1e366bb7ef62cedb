import { eq } from 'drizzle-orm';
import { passwords } from '@concertation/schema';
import type { Executor, Transaction } from '../../database/index.ts';

/** The hash of an account's password; null for who has none. */
export async function passwordHashOf(executor: Executor, accountId: string): Promise<string | null> {
  const [row] = await executor.select().from(passwords).where(eq(passwords.accountId, accountId));
  return row?.hash ?? null;
}

/**
 * Whether a link in a mail chose the password, and nothing but the mailbox has been proved since: a code in that mailbox
 * would make one factor of two (rule AUT-36).
 */
export async function isHeldByMailbox(executor: Executor, accountId: string): Promise<boolean> {
  const [row] = await executor.select().from(passwords).where(eq(passwords.accountId, accountId));
  return Boolean(row?.resetAt);
}

/** Something else than the mailbox came with the password: from now on it is one’s own again. */
export async function confirmPassword(tx: Transaction, accountId: string): Promise<void> {
  await tx.update(passwords).set({ resetAt: null }).where(eq(passwords.accountId, accountId));
}

/** Stores the hash of a password (`hashPassword`) in place of the one before. `byMail`: a link in a mail allowed it. */
export async function storePassword(
  tx: Transaction,
  accountId: string,
  hash: string,
  { byMail = false } = {},
): Promise<void> {
  const now = new Date();
  const stored = { hash, changedAt: now, resetAt: byMail ? now : null };
  await tx
    .insert(passwords)
    .values({ ...stored, accountId })
    .onConflictDoUpdate({ target: passwords.accountId, set: stored });
}

/** Removes an account's password; false when it had none. */
export async function dropPassword(tx: Transaction, accountId: string): Promise<boolean> {
  const dropped = await tx
    .delete(passwords)
    .where(eq(passwords.accountId, accountId))
    .returning({ accountId: passwords.accountId });
  return dropped.length > 0;
}
