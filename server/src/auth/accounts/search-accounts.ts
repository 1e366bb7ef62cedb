import { and, count, desc, gt, inArray, isNotNull, isNull, lte, max, type SQL, sql } from 'drizzle-orm';
import { accounts, passkeys, sessions } from '@concertation/schema';
import type { Standing } from '@concertation/shared/domain';
import type { Executor } from '../../database/index.ts';
import { type AccountFacts, isAccount, toAccountFacts } from './account-facts.ts';
import { plain } from './accounts.ts';

/** An account with how it comes in: how many passkeys it has, and when it was last seen in a session that is still kept. */
export type SearchedAccount = AccountFacts & { passkeys: number; lastSeenAt: Date | null };

const shown = 50;

function stands(standing: Standing | 'suspended'): SQL | undefined {
  if (standing === 'suspended') return isNotNull(accounts.suspendedAt);
  if (standing === 'verified') return isNotNull(accounts.verifiedAt);
  const now = new Date();
  const open = standing === 'trial' ? gt(accounts.trialEndsAt, now) : lte(accounts.trialEndsAt, now);
  return and(isNull(accounts.verifiedAt), open);
}

async function withWaysIn(executor: Executor, found: AccountFacts[]): Promise<SearchedAccount[]> {
  const ids = found.map(({ accountId }) => accountId);
  if (ids.length === 0) return [];
  const held = await executor
    .select({ id: passkeys.accountId, passkeys: count() })
    .from(passkeys)
    .where(inArray(passkeys.accountId, ids))
    .groupBy(passkeys.accountId);
  const seen = await executor
    .select({ id: sessions.accountId, at: max(sessions.lastSeenAt) })
    .from(sessions)
    .where(inArray(sessions.accountId, ids))
    .groupBy(sessions.accountId);
  const passkeysOf = new Map(held.map((row) => [row.id, row.passkeys]));
  const seenAt = new Map(seen.map(({ id, at }) => [id, at]));
  return found.map((facts) => ({
    ...facts,
    passkeys: passkeysOf.get(facts.accountId) ?? 0,
    lastSeenAt: seenAt.get(facts.accountId) ?? null,
  }));
}

/**
 * Accounts of which each word typed is part of the name, the address or the RPPS number, latest first, guests left out;
 * at most 50. Three queries.
 */
export async function searchAccounts(
  executor: Executor,
  { search = '', standing }: { search?: string | undefined; standing?: Standing | 'suspended' | undefined },
): Promise<SearchedAccount[]> {
  const sought = plain(
    sql`${accounts.givenName} || ' ' || ${accounts.familyName} || ' ' || ${accounts.email} || ' ' || coalesce(${accounts.rpps}, '')`,
  );
  const words = search.split(/\s+/).filter((word) => word !== '');
  const rows = await executor
    .select()
    .from(accounts)
    .where(
      and(
        isAccount,
        standing ? stands(standing) : undefined,
        ...words.map((word) => sql`strpos(${sought}, ${plain(sql`${word}::text`)}) > 0`),
      ),
    )
    .orderBy(desc(accounts.createdAt), desc(accounts.id))
    .limit(shown);
  return withWaysIn(executor, rows.map(toAccountFacts));
}

/** The same by account id. One that is a guest's, or nobody's, is absent from the map. */
export async function readSearchedAccounts(
  executor: Executor,
  accountIds: string[],
): Promise<Map<string, SearchedAccount>> {
  if (accountIds.length === 0) return new Map();
  const rows = await executor
    .select()
    .from(accounts)
    .where(and(inArray(accounts.id, accountIds), isAccount));
  const found = await withWaysIn(executor, rows.map(toAccountFacts));
  return new Map(found.map((facts) => [facts.accountId, facts]));
}
