import { eq } from 'drizzle-orm';
import { accounts } from '@concertation/schema';
import type { Profile } from '@concertation/shared/contracts';
import type { Principal } from '../../access/index.ts';
import type { Executor } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';
import type { AuthNeeds } from '../needs.ts';
import { changeNotice } from '../notices.ts';
import { tellOwner } from '../tell-owner.ts';

type Row = typeof accounts.$inferSelect;

/** « •••••••• 78 »: enough to know which telephone, not to call it. */
const masked = (phone: string): string => `${'•'.repeat(8)} ${phone.slice(-2)}`;

const toProfile = ({ title, givenName, familyName, specialty, profession, email, phone, rpps }: Row): Profile => ({
  title: title as Profile['title'],
  givenName,
  familyName,
  specialty,
  profession,
  email: email ?? '',
  phone: phone === null ? null : masked(phone),
  rpps,
});

/** « Mes informations ». Source: SC-38, SC-39. */
export async function readProfile(executor: Executor, { accountId }: Principal): Promise<Profile> {
  const [row] = await executor.select().from(accounts).where(eq(accounts.id, accountId));
  if (!row) throw new AppError('not_found');
  return toProfile(row);
}

export type ProfileChange = {
  title: Profile['title'];
  specialty: string;
  profession: string;
  /** E.164; null removes it, nothing leaves it as it is. */
  phone?: string | null | undefined;
};

/**
 * Changes one's title, specialty, profession or telephone; of another telephone, which receives codes, the owner is told
 * by mail. Names and number are checked by support, and not changed here. Source: SC-14, SC-38, SC-39.
 */
export async function updateProfile(
  { database, audit, post, origin }: Pick<AuthNeeds, 'database' | 'audit' | 'post' | 'origin'>,
  principal: Principal,
  { phone, ...change }: ProfileChange,
): Promise<Profile> {
  const { accountId } = principal;
  return database.transaction(async (tx) => {
    const [before] = await tx.select().from(accounts).where(eq(accounts.id, accountId)).for('no key update');
    if (!before) throw new AppError('not_found');
    const after: Row = { ...before, ...change, phone: phone === undefined ? before.phone : phone };
    const changed = (['title', 'specialty', 'profession', 'phone'] as const).filter(
      (field) => before[field] !== after[field],
    );
    if (changed.length === 0) return toProfile(before);
    await tx
      .update(accounts)
      .set({ ...change, phone: after.phone })
      .where(eq(accounts.id, accountId));
    if (changed.includes('phone')) await tellOwner(tx, post, accountId, changeNotice('phone_changed', origin));
    await audit.record(tx, 'account.changed', principal, { fields: changed });
    return toProfile(after);
  });
}
