import { and, eq } from 'drizzle-orm';
import { accounts, recoveries } from '@concertation/schema';
import type { Principal } from '../../access/index.ts';
import { driverCode, type Transaction } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';
import { signInAccount } from '../accounts/sign-in-account.ts';
import { dropPending } from '../codes/pending.ts';
import { countLinks, endLinks, makeLink, takeLink } from '../links/account-links.ts';
import type { AuthNeeds } from '../needs.ts';
import { addressChangeNotice, addressHeldNotice, newAddressNotice } from '../notices.ts';
import { isOpenRecovery } from '../recovery/ask-recovery.ts';

const linkMs = 2 * 3_600_000;
/** Mails to unknown addresses that one account may cause in that time. */
const mostLinks = 5;
/** PostgreSQL's word for a row that would be the second of its kind. */
const taken = '23505';

type Needs = Pick<AuthNeeds, 'database' | 'audit' | 'post' | 'origin' | 'configuration'>;

/**
 * Asks for another address: a link goes to it, good for two hours, and a notice to the former one. Whether it already has
 * an account is told to its owner, and not to who asks. Throws `too_many` at the sixth in that time.
 */
export async function askNewAddress(needs: Needs, principal: Principal, email: string): Promise<void> {
  const { database, audit, post, origin } = needs;
  const { accountId } = principal;
  await database.transaction(async (tx) => {
    const account = await signInAccount(tx, needs, accountId);
    if (!account) throw new AppError('guest_only');
    if (account.email === email) return;
    if ((await countLinks(tx, accountId, 'new_address')) >= mostLinks) throw new AppError('too_many');
    const expiresAt = new Date(Date.now() + linkMs);
    const token = await makeLink(tx, { accountId, purpose: 'new_address', about: email, expiresAt });
    const [holder] = await tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.email, email));
    const notice = holder ? addressHeldNotice(origin) : newAddressNotice(`${origin}/compte/adresse#${token}`);
    await post.mail(tx, { recipient: email, ...notice });
    await post.mail(tx, { recipient: account.email, ...addressChangeNotice(false, origin) });
    await audit.record(tx, 'address.asked', principal, {});
  });
}

/** What was sent to the former address opens nothing any more. */
async function leaveFormerAddress(tx: Transaction, accountId: string): Promise<void> {
  await endLinks(tx, accountId, ['new_password', 'new_address', 'recovery', 'recovery_stop']);
  await dropPending(tx, accountId);
  await tx
    .update(recoveries)
    .set({ state: 'stopped' })
    .where(and(eq(recoveries.accountId, accountId), isOpenRecovery()));
}

/** Takes the address that a link proved. Throws `link_ended`, also when another account took it meanwhile. */
export async function confirmNewAddress(needs: Needs, token: string): Promise<void> {
  const { database, audit, post, origin } = needs;
  await database
    .transaction(async (tx) => {
      const { accountId, about: email } = await takeLink(tx, token, 'new_address');
      const account = await signInAccount(tx, needs, accountId);
      if (!account || !email) throw new AppError('link_ended');
      await tx.update(accounts).set({ email }).where(eq(accounts.id, accountId));
      await leaveFormerAddress(tx, accountId);
      await post.mail(tx, { recipient: account.email, ...addressChangeNotice(true, origin) });
      await audit.record(tx, 'address.changed', { accountId }, {});
    })
    .catch((error: unknown) => {
      throw driverCode(error) === taken ? new AppError('link_ended', undefined, { cause: error }) : error;
    });
}
