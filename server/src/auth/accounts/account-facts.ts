import { and, eq, inArray, isNotNull, isNull, lte, gt } from 'drizzle-orm';
import { accounts } from '@concertation/schema';
import { displayName, type Service, type Standing, standingOf } from '@concertation/shared/domain';
import type { Executor } from '../../database/index.ts';
import { servicesOf } from './account-choices.ts';

/** An account as rooms to the right must know it: who, how far it may go, since when. Guests have none. */
export type AccountFacts = {
  accountId: string;
  email: string;
  name: string;
  givenName: string;
  familyName: string;
  specialty: string;
  profession: string;
  /** Claimed, until the account is verified. */
  rpps: string | null;
  /** The places of the product that they asked for. Source: PA-18. */
  services: Service[];
  createdAt: Date;
  standing: Standing;
  verifiedAt: Date | null;
  trialEndsAt: Date | null;
  suspendedAt: Date | null;
  suspensionReason: string | null;
};

type Row = typeof accounts.$inferSelect;

/** A row as the door gives it. */
export function toAccountFacts(row: Row): AccountFacts {
  const { id, email, givenName, familyName, specialty, profession, rpps, createdAt } = row;
  const { verifiedAt, trialEndsAt, suspendedAt, suspensionReason } = row;
  return {
    accountId: id,
    email: email ?? '',
    name: displayName(row),
    givenName,
    familyName,
    specialty,
    profession,
    rpps,
    services: servicesOf(row),
    createdAt,
    standing: standingOf(row, new Date()),
    verifiedAt,
    trialEndsAt,
    suspendedAt,
    suspensionReason,
  };
}

/** Neither a guest's nor an erased one: somebody who has an address. */
export const isAccount = and(isNotNull(accounts.email), isNull(accounts.erasedAt));

/** Accounts by id, in one query. A guest, an erased account and an id that names nobody are absent from the map. */
export async function readAccountFacts(executor: Executor, accountIds: string[]): Promise<Map<string, AccountFacts>> {
  if (accountIds.length === 0) return new Map();
  const rows = await executor
    .select()
    .from(accounts)
    .where(and(inArray(accounts.id, accountIds), isAccount));
  return new Map(rows.map((row) => [row.id, toAccountFacts(row)]));
}

/** The account of an address, in lower case; null when it has none, which nobody but its owner is told. */
export async function findAccountByEmail(executor: Executor, email: string): Promise<AccountFacts | null> {
  const [row] = await executor
    .select()
    .from(accounts)
    .where(and(eq(accounts.email, email), isAccount));
  return row ? toAccountFacts(row) : null;
}

/** Of these RPPS numbers, who bears them for certain: the verified account by number, in one query. */
export async function verifiedBearers(executor: Executor, rppsNumbers: string[]): Promise<Map<string, string>> {
  if (rppsNumbers.length === 0) return new Map();
  const rows = await executor
    .select({ rpps: accounts.rpps, id: accounts.id })
    .from(accounts)
    .where(and(inArray(accounts.rpps, rppsNumbers), isNotNull(accounts.verifiedAt), isAccount));
  return new Map(rows.map(({ rpps, id }) => [rpps as string, id]));
}

/** When the trial that an account is on ends; null where it is on none, or it is over. Source: SC-22. */
export async function trialEndOf(executor: Executor, accountId: string): Promise<Date | null> {
  const [row] = await executor
    .select({ trialEndsAt: accounts.trialEndsAt })
    .from(accounts)
    .where(and(eq(accounts.id, accountId), isNull(accounts.verifiedAt), gt(accounts.trialEndsAt, new Date())));
  return row?.trialEndsAt ?? null;
}

/** The accounts on trial whose trial ends after one instant and not after another. Source: SC-22. */
export async function trialsEnding(executor: Executor, after: Date, upTo: Date): Promise<AccountFacts[]> {
  const rows = await executor
    .select()
    .from(accounts)
    .where(
      and(
        isNull(accounts.verifiedAt),
        isNull(accounts.suspendedAt),
        gt(accounts.trialEndsAt, after),
        lte(accounts.trialEndsAt, upTo),
        isAccount,
      ),
    );
  return rows.map(toAccountFacts);
}
