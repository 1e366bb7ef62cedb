import { and, asc, eq, sql } from 'drizzle-orm';
import { passkeys } from '@concertation/schema';
import type { Passkey } from '@concertation/shared/contracts';
import type { Executor, Transaction } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';
import type { ProvenPasskey } from './registration.ts';

export type StoredPasskey = typeof passkeys.$inferSelect;

/** A counter is an unsigned 32-bit number on the wire, the column a signed one: a higher one counts as the highest. */
const storable = (counter: number): number => Math.min(counter, 2 ** 31 - 1);

/** A passkey as its holder sees it. */
export const toPasskey = (row: StoredPasskey): Passkey => ({
  id: row.id,
  name: row.name,
  createdAt: row.createdAt.toISOString(),
  lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  synced: row.synced,
});

/** The passkeys of one account, oldest first. */
export async function passkeysOf(executor: Executor, accountId: string): Promise<StoredPasskey[]> {
  return executor
    .select()
    .from(passkeys)
    .where(eq(passkeys.accountId, accountId))
    .orderBy(asc(passkeys.createdAt), asc(passkeys.id));
}

/** One passkey by its credential id, whoever holds it. */
export async function findPasskey(executor: Executor, passkeyId: string): Promise<StoredPasskey | null> {
  const [row] = await executor.select().from(passkeys).where(eq(passkeys.id, passkeyId));
  return row ?? null;
}

/** Stores a proven passkey. One that is already registered, to anybody, is refused: a credential names one account. */
export async function storePasskey(
  tx: Transaction,
  accountId: string,
  name: string,
  proven: ProvenPasskey,
): Promise<StoredPasskey> {
  const [row] = await tx
    .insert(passkeys)
    .values({ ...proven, counter: storable(proven.counter), accountId, name, createdAt: new Date() })
    .onConflictDoNothing()
    .returning();
  if (!row) throw new AppError('passkey_refused');
  return row;
}

/** Notes that a passkey has just signed in. Throws `passkey_refused` when it was revoked in the meantime. */
export async function notePasskeyUse(
  tx: Transaction,
  passkeyId: string,
  use: { counter: number; synced: boolean },
): Promise<void> {
  const updated = await tx
    .update(passkeys)
    .set({
      counter: sql`greatest(${passkeys.counter}, ${storable(use.counter)}::integer)`,
      synced: use.synced,
      lastUsedAt: new Date(),
    })
    .where(eq(passkeys.id, passkeyId))
    .returning({ id: passkeys.id });
  if (updated.length === 0) throw new AppError('passkey_refused');
}

/** The clause that makes another account's passkey the same as none. */
export const isHeldBy = (accountId: string, passkeyId: string) =>
  and(eq(passkeys.id, passkeyId), eq(passkeys.accountId, accountId));
