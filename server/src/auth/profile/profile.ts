import { eq } from 'drizzle-orm';
import { accounts } from '@concertation/schema';
import type { Profile } from '@concertation/shared/contracts';
import type { AddressReaders, Service } from '@concertation/shared/domain';
import type { Principal } from '../../access/index.ts';
import type { Executor } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';
import { addressReadersOf, servicesOf } from '../accounts/account-choices.ts';
import type { AuthNeeds } from '../needs.ts';
import { changeNotice } from '../notices.ts';
import { tellOwner } from '../tell-owner.ts';

type Row = typeof accounts.$inferSelect;

/** « •••••••• 78 »: enough to know which telephone, not to call it. */
const masked = (phone: string): string => `${'•'.repeat(8)} ${phone.slice(-2)}`;

const toProfile = (row: Row): Profile => {
  const { title, givenName, familyName, specialty, profession, email, phone, rpps } = row;
  return {
    title: title as Profile['title'],
    givenName,
    familyName,
    specialty,
    profession,
    email: email ?? '',
    phone: phone === null ? null : masked(phone),
    rpps,
    services: servicesOf(row),
    addressReaders: addressReadersOf(row),
  };
};

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
  /** Nothing leaves them as they are. Source: PA-18. */
  services?: Service[] | undefined;
  /** The same. Source: PA-19. */
  addressReaders?: AddressReaders | undefined;
};

/**
 * Changes one's title, specialty, profession, telephone, places or who sees one's address; of another telephone, which receives codes, the owner is told
 * by mail. Names and number are checked by support, and not changed here. Source: SC-14, SC-38, SC-39.
 */
export async function updateProfile(
  { database, audit, post, origin }: Pick<AuthNeeds, 'database' | 'audit' | 'post' | 'origin'>,
  principal: Principal,
  { phone, services, addressReaders, ...named }: ProfileChange,
): Promise<Profile> {
  const { accountId } = principal;
  return database.transaction(async (tx) => {
    const [before] = await tx.select().from(accounts).where(eq(accounts.id, accountId)).for('no key update');
    if (!before) throw new AppError('not_found');
    const change = {
      ...named,
      phone: phone === undefined ? before.phone : phone,
      services: servicesOf({ services: services ?? before.services }),
      addressReaders: addressReaders ?? before.addressReaders,
    };
    const after: Row = { ...before, ...change };
    const changed = (['title', 'specialty', 'profession', 'phone', 'services', 'addressReaders'] as const).filter(
      (field) => String(before[field]) !== String(after[field]),
    );
    if (changed.length === 0) return toProfile(before);
    await tx.update(accounts).set(change).where(eq(accounts.id, accountId));
    if (changed.includes('phone')) await tellOwner(tx, post, accountId, changeNotice('phone_changed', origin));
    await audit.record(tx, 'account.changed', principal, { fields: changed });
    return toProfile(after);
  });
}
