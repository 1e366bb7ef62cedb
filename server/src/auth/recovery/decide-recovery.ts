import { and, asc, eq } from 'drizzle-orm';
import { recoveries } from '@concertation/schema';
import type { Principal } from '../../access/index.ts';
import type { Executor, Transaction } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';
import { makeLink } from '../links/account-links.ts';
import type { AuthNeeds } from '../needs.ts';
import { changeNotice, recoveryAcceptedNotice } from '../notices.ts';
import { tellOwner } from '../tell-owner.ts';
import { isOpenRecovery, type Recovery, recoveryLinkMs, stopAddress } from './ask-recovery.ts';

type Needs = Pick<AuthNeeds, 'database' | 'audit' | 'post' | 'origin' | 'configuration'>;

/** A recovery that an administrator decides, or has accepted and that is not used yet. */
export type AskedRecovery = Pick<Recovery, 'id' | 'accountId' | 'askedAt' | 'state' | 'opensAt'>;

/** Recoveries asked, oldest first, and those accepted whose link is not over. */
export async function listAskedRecoveries(executor: Executor): Promise<AskedRecovery[]> {
  return executor.select().from(recoveries).where(isOpenRecovery()).orderBy(asc(recoveries.askedAt));
}

async function mailLink(tx: Transaction, needs: Needs, recovery: Recovery, opensAt: Date): Promise<void> {
  const { post, origin } = needs;
  const { id: about, accountId } = recovery;
  const expiresAt = new Date(opensAt.getTime() + recoveryLinkMs);
  const token = await makeLink(tx, { accountId, purpose: 'recovery', about, expiresAt });
  const stop = await makeLink(tx, { accountId, purpose: 'recovery_stop', about, expiresAt });
  const link = `${origin}/recuperation/cle#${token}`;
  await tellOwner(tx, post, accountId, recoveryAcceptedNotice(link, stopAddress(origin, stop), opensAt, expiresAt));
}

/**
 * Accepts a recovery, whose link then waits `recoveryHours` before it works and is good for a day; or refuses it. The
 * owner is told either way. Throws `not_found`, `wrong_state` when it is decided already, `forbidden` for one's own.
 */
export async function decideRecovery(
  needs: Needs,
  principal: Principal,
  recoveryId: string,
  accepted: boolean,
): Promise<void> {
  const { database, audit, post, origin, configuration } = needs;
  await database.transaction(async (tx) => {
    const [recovery] = await tx.select().from(recoveries).where(eq(recoveries.id, recoveryId)).for('update');
    if (!recovery) throw new AppError('not_found');
    if (recovery.accountId === principal.accountId) throw new AppError('forbidden');
    const now = new Date();
    const opensAt = accepted ? new Date(now.getTime() + configuration.recoveryHours * 3_600_000) : null;
    const decided = await tx
      .update(recoveries)
      .set({ state: accepted ? 'accepted' : 'refused', decidedBy: principal.accountId, decidedAt: now, opensAt })
      .where(and(eq(recoveries.id, recoveryId), eq(recoveries.state, 'asked'), isOpenRecovery(now)))
      .returning({ id: recoveries.id });
    if (decided.length === 0) throw new AppError('wrong_state');
    if (opensAt) await mailLink(tx, needs, recovery, opensAt);
    else await tellOwner(tx, post, recovery.accountId, changeNotice('recovery_refused', origin));
    const subject = `account:${recovery.accountId}`;
    await audit.record(tx, 'recovery.decided', { ...principal, subject }, { recoveryId, accepted });
  });
}
