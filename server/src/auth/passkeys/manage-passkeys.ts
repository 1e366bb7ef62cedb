import { eq } from 'drizzle-orm';
import { accounts, passkeys } from '@concertation/schema';
import type { Passkey } from '@concertation/shared/contracts';
import type { Principal } from '../../access/index.ts';
import type { Audit } from '../../audit/index.ts';
import type { Configuration } from '../../config/index.ts';
import type { Database, Executor } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';
import type { Sessions } from '../sessions/sessions.ts';
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

type RemoveNeeds = {
  database: Database;
  audit: Audit;
  sessions: Sessions;
  configuration: Pick<Configuration, 'demonstration'>;
};

/**
 * Revokes one of one's own passkeys and ends the sessions it opened. Throws `not_found` for any other, `passkey_last`
 * when the account would be left without a way in.
 */
export async function removePasskey(needs: RemoveNeeds, principal: Principal, passkeyId: string): Promise<void> {
  const { database, audit, sessions, configuration } = needs;
  await database.transaction(async (tx) => {
    // Two removals at once would each see the other's passkey as the one that stays.
    const [account] = await tx.select().from(accounts).where(eq(accounts.id, principal.accountId)).for('no key update');
    const held = await passkeysOf(tx, principal.accountId);
    if (!held.some(({ id }) => id === passkeyId)) throw new AppError('not_found');
    const anotherWayIn = configuration.demonstration && Boolean(account?.demonstrationKey);
    if (held.length === 1 && !anotherWayIn) throw new AppError('passkey_last');
    await tx.delete(passkeys).where(isHeldBy(principal.accountId, passkeyId));
    await sessions.endOpenedBy(tx, principal, passkeyId);
    await audit.record(tx, 'passkey.removed', principal, { passkeyId });
  });
}
