import { eq } from 'drizzle-orm';
import { accounts } from '@concertation/schema';
import type { Principal } from '../../access/index.ts';
import { AppError } from '../../lib/index.ts';
import { lockWaysIn } from '../accounts/ways-in.ts';
import type { AuthNeeds } from '../needs.ts';

/**
 * Pro Santé Connect opens this account no longer; what it proved stays proven. Throws `passkey_missing` when the account
 * would be left without a way in.
 */
export async function unlinkProSanteConnect(
  needs: Pick<AuthNeeds, 'database' | 'audit' | 'configuration'>,
  principal: Principal,
): Promise<void> {
  const { accountId } = principal;
  await needs.database.transaction(async (tx) => {
    const ways = await lockWaysIn(tx, needs, accountId);
    if (ways.passkeys.length === 0 && !ways.password) throw new AppError('passkey_missing');
    await tx.update(accounts).set({ subjectNameId: null }).where(eq(accounts.id, accountId));
    await needs.audit.record(tx, 'pro_sante_connect.unlinked', principal, {});
  });
}
