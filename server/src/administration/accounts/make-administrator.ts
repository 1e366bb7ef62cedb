import { platform } from '@concertation/shared/access';
import { accountsOn } from '../../access/index.ts';
import type { Audit } from '../../audit/index.ts';
import { findAccountByEmail, verifyAccount } from '../../auth/index.ts';
import type { Database } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';
import { endWaitingRequests } from '../../registration/index.ts';
import { replacePlatformRole } from './set-platform-role.ts';

/**
 * Makes the account of an address an administrator of the installation, and verifies it, which ends its requests: of the
 * first one, nobody else could. For whoever holds the server's console. Returns its name, and whether it was one already. Throws `not_found`
 * for an address without an account, `wrong_state` for a suspended one, `rpps_taken`.
 */
export async function makeAdministrator(
  { database, audit }: { database: Database; audit: Audit },
  email: string,
): Promise<{ name: string; already: boolean }> {
  return database.transaction(async (tx) => {
    const account = await findAccountByEmail(tx, email);
    if (!account) throw new AppError('not_found');
    const { accountId, name } = account;
    if (account.suspendedAt) throw new AppError('wrong_state');
    const held = await accountsOn(tx, 'platform', [platform.id]);
    const already = held.some((one) => one.accountId === accountId && one.role === 'platform_administrator');
    if (!account.verifiedAt) await verifyAccount(tx, accountId, null);
    // Also of one that was verified before: nothing is left to decide about it.
    await endWaitingRequests(tx, accountId, null);
    await replacePlatformRole({ audit }, tx, null, { accountId, role: 'platform_administrator' });
    if (!account.verifiedAt) await audit.record(tx, 'account.verified', { subject: `account:${accountId}` }, {});
    return { name, already };
  });
}
