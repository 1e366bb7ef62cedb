import { eq } from 'drizzle-orm';
import { accounts } from '@concertation/schema';
import type { Principal } from '../../access/index.ts';
import { AppError } from '../../lib/index.ts';
import { lockWaysIn } from '../accounts/ways-in.ts';
import { dropPending } from '../codes/pending.ts';
import { endLinks } from '../links/account-links.ts';
import type { AuthNeeds } from '../needs.ts';
import { changeNotice } from '../notices.ts';
import { tellOwner } from '../tell-owner.ts';
import { checkPassword } from './check-password.ts';
import { hashPassword } from './hash-password.ts';
import { dropPassword, storePassword } from './stored-passwords.ts';

type Needs = Pick<AuthNeeds, 'database' | 'audit' | 'sessions' | 'post' | 'origin' | 'configuration'>;

/**
 * « Modifier le mot de passe », or choose a first one. Other sessions end, and its owner is told. Throws
 * `password_common`. Source: SC-37.
 */
export async function setPassword(needs: Needs, principal: Principal, password: string): Promise<void> {
  const { database, audit, sessions, post, origin } = needs;
  const { accountId, sessionId } = principal;
  const [account] = await database.db.select().from(accounts).where(eq(accounts.id, accountId));
  if (!account?.email) throw new AppError('guest_only');
  checkPassword(password, { ...account, email: account.email });
  const hash = await hashPassword(password);
  await database.transaction(async (tx) => {
    await storePassword(tx, accountId, hash);
    await dropPending(tx, accountId);
    await endLinks(tx, accountId, ['new_password', 'new_address']);
    await tellOwner(tx, post, accountId, changeNotice('password_changed', origin));
    await sessions.endAllOf(tx, accountId, principal, sessionId);
    await audit.record(tx, 'password.changed', principal, { forgotten: false });
  });
}

/** Signs in without a password from now on. Throws `not_found` without one, `passkey_missing` when nothing else opens the account. */
export async function removePassword(needs: Needs, principal: Principal): Promise<void> {
  const { database, audit, post, origin } = needs;
  const { accountId } = principal;
  await database.transaction(async (tx) => {
    const ways = await lockWaysIn(tx, needs, accountId);
    if (!ways.password) throw new AppError('not_found');
    if (ways.passkeys.length === 0 && !ways.other) throw new AppError('passkey_missing');
    await dropPassword(tx, accountId);
    await dropPending(tx, accountId);
    await endLinks(tx, accountId, ['new_password', 'new_address']);
    await tellOwner(tx, post, accountId, changeNotice('password_removed', origin));
    await audit.record(tx, 'password.removed', principal, {});
  });
}
