import { and, eq, inArray, isNotNull, isNull, sql, type SQL } from 'drizzle-orm';
import { accounts } from '@concertation/schema';
import type { Me, NewAccount, Person } from '@concertation/shared/contracts';
import { type AddressReaders, displayName, type Service, standingOf } from '@concertation/shared/domain';
import type { Executor, Transaction } from '../../database/index.ts';
import { AppError, newId } from '../../lib/index.ts';
import { servicesOf } from './account-choices.ts';

type Row = typeof accounts.$inferSelect;

/** What an account says of its own person; the rest of `Me` is said by the session and by grants. */
export type Self = Omit<Me, 'locked' | 'shared' | 'idleMs' | 'abilities'>;

/** How many colleagues one search shows. */
const searchLimit = 20;

const toPerson = (row: Row): Person => ({ accountId: row.id, name: displayName(row), specialty: row.specialty });

/** The account as its own person sees it. */
export async function readSelf(executor: Executor, accountId: string): Promise<Self> {
  const [row] = await executor.select().from(accounts).where(eq(accounts.id, accountId));
  if (!row) throw new AppError('not_found');
  const { email, guestOf, givenName, familyName } = row;
  return {
    ...toPerson(row),
    email,
    guestOf,
    givenName,
    familyName,
    demonstration: row.demonstrationKey !== null,
    standing: guestOf ? 'verified' : standingOf(row, new Date()),
    trialEndsAt: row.verifiedAt ? null : (row.trialEndsAt?.toISOString() ?? null),
    services: servicesOf(row),
  };
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

/**
 * Of these accounts, the people who may be given a role: a guest has the one of its meeting, and no other. An id that
 * names nobody, a guest or an erased account is absent from the map.
 */
export async function findColleagues(executor: Executor, accountIds: string[]): Promise<Map<string, Person>> {
  if (accountIds.length === 0) return new Map();
  const rows = await executor
    .select()
    .from(accounts)
    .where(and(inArray(accounts.id, accountIds), isNull(accounts.guestOf), isNull(accounts.erasedAt)));
  return new Map(rows.map((row) => [row.id, toPerson(row)]));
}

/** Lower case without accents: « Helene » finds « Hélène ». */
export const plain = (value: SQL): SQL =>
  sql`regexp_replace(normalize(lower(${value}), NFD), '[\u0300-\u036F]', '', 'g')`;

/** People of whom every word typed is part of the name or the specialty, guests left out; at most 20, by family name. */
export async function searchPeople(executor: Executor, text: string): Promise<Person[]> {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const sought = plain(sql`${accounts.givenName} || ' ' || ${accounts.familyName} || ' ' || ${accounts.specialty}`);
  const rows = await executor
    .select()
    .from(accounts)
    .where(
      and(
        isNull(accounts.guestOf),
        isNull(accounts.erasedAt),
        ...words.map((word) => sql`strpos(${sought}, ${plain(sql`${word}::text`)}) > 0`),
      ),
    )
    .orderBy(accounts.familyName, accounts.givenName, accounts.id)
    .limit(searchLimit);
  return rows.map(toPerson);
}

/** What a registration tells of somebody beside who they are. With `trialEndsAt` the account is on trial; without, it is verified. */
export type MoreOfAccount = {
  accountId?: string;
  demonstrationKey?: string;
  profession?: string;
  rpps?: string | null;
  phone?: string | null;
  workplace?: string;
  services?: Service[];
  addressReaders?: AddressReaders;
  trialEndsAt?: Date;
};

/**
 * Creates an account and returns its id. `accountId` may have been chosen before, because a passkey carries it. Throws
 * `wrong_state` when its e-mail is taken, which nobody but the owner of the address is told. Audit and ways in are the
 * caller's.
 */
export async function createAccount(tx: Transaction, account: NewAccount & MoreOfAccount): Promise<string> {
  const { accountId = newId(), demonstrationKey = null, trialEndsAt = null, ...person } = account;
  const now = new Date();
  const [row] = await tx
    .insert(accounts)
    .values({
      ...person,
      id: accountId,
      demonstrationKey,
      trialEndsAt,
      verifiedAt: trialEndsAt ? null : now,
      createdAt: now,
    })
    .onConflictDoNothing()
    .returning({ id: accounts.id });
  if (!row) throw new AppError('wrong_state');
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

/** What a guest is called, as it was typed. Throws `not_found` for whoever is no guest. */
export async function readGuest(executor: Executor, accountId: string): Promise<Omit<NewAccount, 'email'>> {
  const [row] = await executor
    .select()
    .from(accounts)
    .where(and(eq(accounts.id, accountId), isNotNull(accounts.guestOf)));
  if (!row) throw new AppError('not_found');
  const { title, givenName, familyName, specialty } = row;
  return { title: title as NewAccount['title'], givenName, familyName, specialty };
}

/** Corrects what a guest is called, as who invites them typed it again. */
export async function renameGuest(
  tx: Transaction,
  accountId: string,
  { title, givenName, familyName, specialty }: Omit<NewAccount, 'email'>,
): Promise<void> {
  await tx
    .update(accounts)
    .set({ title, givenName, familyName, specialty })
    .where(and(eq(accounts.id, accountId), isNotNull(accounts.guestOf)));
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
