import { and, gt, inArray, isNotNull, or } from 'drizzle-orm';
import { accounts } from '@concertation/schema';
import type { Executor } from '../../database/index.ts';
import type { AuthNeeds } from '../needs.ts';
import { maySignIn } from './sign-in-account.ts';

/**
 * Of these accounts, those that may sign in and use the product: on trial or verified, neither suspended nor erased, no
 * guest. In one query. Source: SC-43.
 */
export async function reachableAccounts(
  executor: Executor,
  { demonstration }: Pick<AuthNeeds['configuration'], 'demonstration'>,
  accountIds: string[],
): Promise<Set<string>> {
  if (accountIds.length === 0) return new Set();
  const standing = or(isNotNull(accounts.verifiedAt), gt(accounts.trialEndsAt, new Date()));
  const rows = await executor
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(inArray(accounts.id, accountIds), standing, maySignIn({ demonstration })));
  return new Set(rows.map(({ id }) => id));
}
