import { eq } from 'drizzle-orm';
import { accounts } from '@concertation/schema';
import type { SessionMeans } from '@concertation/shared/domain';
import type { Principal } from '../../access/index.ts';
import { AppError } from '../../lib/index.ts';
import { lockWaysIn } from '../accounts/ways-in.ts';
import { countAttempt, countedProofs, forgetFailures } from '../attempts/attempts.ts';
import { dropPending } from '../codes/pending.ts';
import { endLinks } from '../links/account-links.ts';
import type { AuthNeeds } from '../needs.ts';
import { changeNotice } from '../notices.ts';
import { recordingRefusal } from '../record-refusal.ts';
import { tellOwner } from '../tell-owner.ts';
import { checkPassword } from './check-password.ts';
import { hashPassword, isPassword } from './hash-password.ts';
import { dropPassword, passwordHashOf, storePassword } from './stored-passwords.ts';

/** How a password opens a session, whatever code came after it. */
const passwordMeans: readonly SessionMeans[] = ['password_totp', 'password_sms', 'password_email'];

type Needs = Pick<AuthNeeds, 'database' | 'audit' | 'sessions' | 'post' | 'origin' | 'configuration'>;

/**
 * The current password, asked for a new one: a session left open, or a passkey lent, does not give the account another.
 * Counted with the proofs of presence. Throws `credentials_refused`, and `wait` after five.
 */
async function checkCurrent(needs: Needs, principal: Principal, current: string | undefined): Promise<void> {
  const { accountId } = principal;
  const hash = await passwordHashOf(needs.database.db, accountId);
  if (hash === null) return;
  await recordingRefusal(needs, accountId, async () => {
    const counted = countedProofs(accountId);
    await countAttempt(needs, counted);
    if (!(await isPassword(hash, current ?? ''))) throw new AppError('credentials_refused');
    await forgetFailures(needs.database.db, counted);
  });
}

/**
 * « Modifier le mot de passe », or choose a first one; `current` is the one before, where there is one. Other sessions
 * end, and its owner is told. Throws `password_common`, `credentials_refused`, `wait`. Source: SC-37; ASVS 5.0, 6.2.3.
 */
export async function setPassword(
  needs: Needs,
  principal: Principal,
  { password, current }: { password: string; current?: string | undefined },
): Promise<void> {
  const { database, audit, sessions, post, origin } = needs;
  const { accountId, sessionId } = principal;
  const [account] = await database.db.select().from(accounts).where(eq(accounts.id, accountId));
  if (!account?.email) throw new AppError('guest_only');
  checkPassword(password, { ...account, email: account.email });
  await checkCurrent(needs, principal, current);
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

/**
 * Signs in without a password from now on: the other sessions that one opened end, and its owner is told. Throws
 * `not_found` without one, `passkey_missing` when nothing else opens the account.
 */
export async function removePassword(needs: Needs, principal: Principal): Promise<void> {
  const { database, audit, sessions, post, origin } = needs;
  const { accountId } = principal;
  await database.transaction(async (tx) => {
    const ways = await lockWaysIn(tx, needs, accountId);
    if (!ways.password) throw new AppError('not_found');
    if (ways.passkeys.length === 0 && !ways.other) throw new AppError('passkey_missing');
    await dropPassword(tx, accountId);
    await dropPending(tx, accountId);
    await endLinks(tx, accountId, ['new_password', 'new_address']);
    await tellOwner(tx, post, accountId, changeNotice('password_removed', origin));
    await sessions.endOpenedByMeans(tx, principal, passwordMeans);
    await audit.record(tx, 'password.removed', principal, {});
  });
}
