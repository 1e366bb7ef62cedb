import { and, eq, gt, or } from 'drizzle-orm';
import { accounts, recoveries } from '@concertation/schema';
import type { Executor } from '../../database/index.ts';
import { AppError, atLeast, newId } from '../../lib/index.ts';
import { accountAt, type SignInAccount } from '../accounts/sign-in-account.ts';
import { endLinks, makeLink, takeLink } from '../links/account-links.ts';
import type { AuthNeeds } from '../needs.ts';
import { changeNotice, recoveryAskedNotice } from '../notices.ts';
import { tellOwner } from '../tell-owner.ts';

/** Once open, the link of a recovery is good for a day. Source: domain 3.5 (RIE-PS 16). */
export const recoveryLinkMs = 24 * 3_600_000;
/** A request that nobody decides ends by itself. */
export const undecidedMs = 14 * 24 * 3_600_000;
/** Longer than writing a mail takes: the answer comes as late without an account. */
const answerAfterMs = 300;

export type Recovery = typeof recoveries.$inferSelect;

/** Asked lately and undecided, or accepted and whose link is not over. */
export const isOpenRecovery = (now = new Date()) =>
  or(
    and(eq(recoveries.state, 'asked'), gt(recoveries.askedAt, new Date(now.getTime() - undecidedMs))),
    and(eq(recoveries.state, 'accepted'), gt(recoveries.opensAt, new Date(now.getTime() - recoveryLinkMs))),
  );

/** The recovery of an account that is under way; null without one. */
async function openRecovery(executor: Executor, accountId: string): Promise<Recovery | null> {
  const [row] = await executor
    .select()
    .from(recoveries)
    .where(and(eq(recoveries.accountId, accountId), isOpenRecovery()));
  return row ?? null;
}

/** The address of the page that stops a recovery. */
export const stopAddress = (origin: string, token: string): string => `${origin}/recuperation/arret#${token}`;

async function ask(needs: AuthNeeds, { id: accountId, email }: SignInAccount): Promise<void> {
  const { database, audit, post, origin } = needs;
  await database.transaction(async (tx) => {
    await tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.id, accountId)).for('no key update');
    if (await openRecovery(tx, accountId)) return;
    const recoveryId = newId();
    await tx.insert(recoveries).values({ id: recoveryId, accountId, askedAt: new Date(), state: 'asked' });
    const stop = await makeLink(tx, {
      accountId,
      purpose: 'recovery_stop',
      about: recoveryId,
      expiresAt: new Date(Date.now() + undecidedMs),
    });
    await post.mail(tx, { recipient: email, ...recoveryAskedNotice(stopAddress(origin, stop)) });
    await audit.record(tx, 'recovery.asked', { accountId }, { recoveryId });
  });
}

/**
 * Everything is lost: asks an administrator to recover the account, and tells its owner with a link that stops it. One at
 * a time for an account; the answer and its delay are the same without an account.
 */
export function askRecovery(needs: AuthNeeds, email: string): Promise<void> {
  return atLeast(answerAfterMs, async () => {
    const account = await accountAt(needs.database.db, needs, email);
    if (account) await ask(needs, account);
  });
}

/** « Ce n’est pas moi »: stops a recovery, asked or accepted, by the link of its notices. Throws `link_ended`. */
export async function stopRecovery(
  { database, audit, post, origin }: Pick<AuthNeeds, 'database' | 'audit' | 'post' | 'origin'>,
  token: string,
): Promise<void> {
  await database.transaction(async (tx) => {
    const { accountId, about } = await takeLink(tx, token, 'recovery_stop');
    const [stopped] = await tx
      .update(recoveries)
      .set({ state: 'stopped' })
      .where(and(eq(recoveries.id, about ?? ''), isOpenRecovery()))
      .returning();
    if (!stopped) throw new AppError('link_ended');
    await endLinks(tx, accountId, ['recovery', 'recovery_stop']);
    await tellOwner(tx, post, accountId, changeNotice('recovery_stopped', origin));
    await audit.record(tx, 'recovery.stopped', { accountId }, { recoveryId: stopped.id });
  });
}
