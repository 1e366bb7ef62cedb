import { and, eq, gt, inArray, lte } from 'drizzle-orm';
import { accountLinks } from '@concertation/schema';
import type { Executor, Transaction } from '../../database/index.ts';
import { AppError, hashToken, newToken } from '../../lib/index.ts';

/** What a link does: it opens nothing else. */
export type LinkPurpose = 'new_password' | 'new_address' | 'recovery' | 'recovery_stop';

export type AccountLink = { accountId: string; about: string | null };

/** Makes a link of an account; returns its secret, which is mailed and never stored. */
export async function makeLink(
  tx: Transaction,
  link: { accountId: string; purpose: LinkPurpose; about?: string; expiresAt: Date },
): Promise<string> {
  const token = newToken();
  await tx.insert(accountLinks).values({ ...link, tokenHash: hashToken(token), createdAt: new Date() });
  return token;
}

const live = (token: string, purpose: LinkPurpose) =>
  and(
    eq(accountLinks.tokenHash, hashToken(token)),
    eq(accountLinks.purpose, purpose),
    gt(accountLinks.expiresAt, new Date()),
  );

/** Reads a link without using it up. Throws `link_ended` when it is unknown, used, expired, or made for something else. */
export async function readLink(executor: Executor, token: string, purpose: LinkPurpose): Promise<AccountLink> {
  const [row] = await executor.select().from(accountLinks).where(live(token, purpose));
  if (!row) throw new AppError('link_ended');
  return row;
}

/** Uses a link up: of two at once, one goes on. Throws `link_ended` like `readLink`. */
export async function takeLink(tx: Transaction, token: string, purpose: LinkPurpose): Promise<AccountLink> {
  const [row] = await tx.delete(accountLinks).where(live(token, purpose)).returning();
  if (!row) throw new AppError('link_ended');
  return row;
}

/** How many links of a purpose an account has that are still good. */
export async function countLinks(executor: Executor, accountId: string, purpose: LinkPurpose): Promise<number> {
  const rows = await executor
    .select({ tokenHash: accountLinks.tokenHash })
    .from(accountLinks)
    .where(
      and(
        eq(accountLinks.accountId, accountId),
        eq(accountLinks.purpose, purpose),
        gt(accountLinks.expiresAt, new Date()),
      ),
    );
  return rows.length;
}

/** Ends an account's links of these purposes. */
export async function endLinks(tx: Transaction, accountId: string, purposes: LinkPurpose[]): Promise<void> {
  await tx
    .delete(accountLinks)
    .where(and(eq(accountLinks.accountId, accountId), inArray(accountLinks.purpose, purposes)));
}

/** Removes the links that nobody used in time. */
export async function removeExpiredLinks(executor: Executor): Promise<void> {
  await executor.delete(accountLinks).where(lte(accountLinks.expiresAt, new Date()));
}
