import { eq } from 'drizzle-orm';
import { accounts } from '@concertation/schema';
import type { Principal } from '../../access/index.ts';
import { AppError } from '../../lib/index.ts';
import { lockWaysIn } from '../accounts/ways-in.ts';
import type { AuthNeeds } from '../needs.ts';
import { changeNotice } from '../notices.ts';
import { tellOwner } from '../tell-owner.ts';

/**
 * Pro Santé Connect opens this account no longer; what it proved stays proven. The other sessions that it opened end, and
 * the owner is told. Throws `passkey_missing` when the account would be left without a way in (rule PSC-9).
 */
export async function unlinkProSanteConnect(
  needs: Pick<AuthNeeds, 'database' | 'audit' | 'sessions' | 'post' | 'origin' | 'configuration'>,
  principal: Principal,
): Promise<void> {
  const { accountId } = principal;
  await needs.database.transaction(async (tx) => {
    const ways = await lockWaysIn(tx, needs, accountId);
    if (ways.passkeys.length === 0 && !ways.password) throw new AppError('passkey_missing');
    await tx.update(accounts).set({ subjectNameId: null }).where(eq(accounts.id, accountId));
    await tellOwner(tx, needs.post, accountId, changeNotice('pro_sante_connect_removed', needs.origin));
    await needs.sessions.endOpenedByMeans(tx, principal, ['pro_sante_connect']);
    await needs.audit.record(tx, 'pro_sante_connect.unlinked', principal, {});
  });
}
