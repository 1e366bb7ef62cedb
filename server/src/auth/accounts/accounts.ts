import { and, eq, inArray, isNotNull, isNull, sql, type SQL } from 'drizzle-orm';
import { accounts } from '@concertation/schema';
import type { Me, NewAccount, Person } from '@concertation/shared/contracts';
import { displayName } from '@concertation/shared/domain';
import type { Executor, Transaction } from '../../database/index.ts';
import { AppError, newId } from '../../lib/index.ts';

type Row = typeof accounts.$inferSelect;

/** How many colleagues one search shows. */
const searchLimit = 20;

const toPerson = (row: Row): Person => ({ accountId: row.id, name: displayName(row), specialty: row.specialty });

/** The account as its own person sees it. */
export async function readMe(executor: Executor, accountId: string): Promise<Me> {
  const [row] = await executor.select().from(accounts).where(eq(accounts.id, accountId));
  if (!row) throw new AppError('not_found');
  const { email, guestOf, givenName, familyName } = row;
  return { ...toPerson(row), email, guestOf, givenName, familyName, demonstration: row.demonstrationKey !== null };
}

/** People by account id, in the order of family names. An id that names nobody is absent from the map. */
export async function findPeople(executor: Executor, accountIds: string[]): Promise<Map<string, Person>> {
  if (accountIds.length === 0) return new Map();
  const rows = await executor
    .select()
    .from(accounts)
    .where(inArray(accounts.id, accountIds))
    .orderBy(accounts.familyName, accounts.givenName, accounts.id);
  return new Map(rows.map((row) => [row.id, toPerson(row)]));
}

/** Lower case without accents: « Helene » finds « Hélène ». */
const plain = (value: SQL): SQL => sql`regexp_replace(normalize(lower(${value}), NFD), '[\u0300-\u036F]', '', 'g')`;

/** People of whom every word typed is part of the name or the specialty, guests left out; at most 20, by family name. */
export async function searchPeople(executor: Executor, text: string): Promise<Person[]> {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const sought = plain(sql`${accounts.givenName} || ' ' || ${accounts.familyName} || ' ' || ${accounts.specialty}`);
  const rows = await executor
    .select()
    .from(accounts)
    .where(
      and(isNull(accounts.guestOf), ...words.map((word) => sql`strpos(${sought}, ${plain(sql`${word}::text`)}) > 0`)),
    )
    .orderBy(accounts.familyName, accounts.givenName, accounts.id)
    .limit(searchLimit);
  return rows.map(toPerson);
}

/**
 * Creates an account and returns its id. `accountId` may have been chosen before, because a passkey carries it.
 * Throws `account_exists` when the e-mail is taken. Audit and passkey are the caller's.
 */
export async function createAccount(
  tx: Transaction,
  account: NewAccount & { accountId?: string; demonstrationKey?: string },
): Promise<string> {
  const { accountId = newId(), demonstrationKey = null, ...person } = account;
  const [row] = await tx
    .insert(accounts)
    .values({ ...person, id: accountId, demonstrationKey, createdAt: new Date() })
    .onConflictDoNothing()
    .returning({ id: accounts.id });
  if (!row) throw new AppError('account_exists');
  return row.id;
}

/**
 * Creates the account of a guest: no address, no passkey, and sessions that open one meeting alone. Returns its id.
 * Source: CM-08.
 */
export async function createGuest(
  tx: Transaction,
  guest: Omit<NewAccount, 'email'> & { guestOf: string },
): Promise<string> {
  const id = newId();
  await tx.insert(accounts).values({ ...guest, id, email: null, demonstrationKey: null, createdAt: new Date() });
  return id;
}

/** The account behind a key of the demonstration; null until the demonstration has been prepared. */
export async function demonstrationAccountId(executor: Executor, key: string): Promise<string | null> {
  const [row] = await executor.select({ id: accounts.id }).from(accounts).where(eq(accounts.demonstrationKey, key));
  return row?.id ?? null;
}

/** The people of the demonstration, by key. Empty until it has been prepared. */
export async function demonstrationPeople(executor: Executor): Promise<Map<string, Person>> {
  const rows = await executor.select().from(accounts).where(isNotNull(accounts.demonstrationKey));
  return new Map(rows.map((row) => [row.demonstrationKey as string, toPerson(row)]));
}
