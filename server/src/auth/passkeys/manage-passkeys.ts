import { passkeys } from '@concertation/schema';
import type { Passkey } from '@concertation/shared/contracts';
import type { Principal } from '../../access/index.ts';
import type { Database, Executor } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';
import { lockWaysIn } from '../accounts/ways-in.ts';
import type { AuthNeeds } from '../needs.ts';
import { changeNotice } from '../notices.ts';
import { tellOwner } from '../tell-owner.ts';
import { isHeldBy, passkeysOf, toPasskey } from './stored-passkeys.ts';

/** The passkeys of who asks, oldest first. */
export async function listPasskeys(executor: Executor, { accountId }: Principal): Promise<Passkey[]> {
  const rows = await passkeysOf(executor, accountId);
  return rows.map(toPasskey);
}

/** Renames one of one's own passkeys. Throws `not_found` for any other. */
export async function renamePasskey(
  { database }: { database: Database },
  { accountId }: Principal,
  passkeyId: string,
  name: string,
): Promise<Passkey> {
  const [row] = await database.db.update(passkeys).set({ name }).where(isHeldBy(accountId, passkeyId)).returning();
  if (!row) throw new AppError('not_found');
  return toPasskey(row);
}

type RemoveNeeds = Pick<AuthNeeds, 'database' | 'audit' | 'sessions' | 'post' | 'origin' | 'configuration'>;

/**
 * Revokes one of one's own passkeys, ends the sessions it opened, and tells its owner by mail. Throws `not_found` for any
 * other, `passkey_last` when the account would be left without a way in.
 */
export async function removePasskey(needs: RemoveNeeds, principal: Principal, passkeyId: string): Promise<void> {
  const { database, audit, sessions, post, origin } = needs;
  const { accountId } = principal;
  await database.transaction(async (tx) => {
    // Two removals at once would each see the other's passkey as the one that stays.
    const ways = await lockWaysIn(tx, needs, accountId);
    if (!ways.passkeys.includes(passkeyId)) throw new AppError('not_found');
    if (ways.passkeys.length === 1 && !ways.password && !ways.other) throw new AppError('passkey_last');
    await tx.delete(passkeys).where(isHeldBy(accountId, passkeyId));
    await tellOwner(tx, post, accountId, changeNotice('passkey_removed', origin));
    await sessions.endOpenedBy(tx, principal, passkeyId);
    await audit.record(tx, 'passkey.removed', principal, { passkeyId });
  });
}
