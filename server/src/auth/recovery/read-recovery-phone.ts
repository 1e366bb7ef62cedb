import { eq } from 'drizzle-orm';
import { accounts, recoveries } from '@concertation/schema';
import type { Principal } from '../../access/index.ts';
import { AppError } from '../../lib/index.ts';
import type { AuthNeeds } from '../needs.ts';

/**
 * The telephone that an account had on file before somebody asked to recover it, whole: to call its owner back, and never
 * at a number that the request gives. Each look is an audit row, and its owner reads it. Throws `not_found` for a recovery
 * that does not wait for a decision, `forbidden` for one's own.
 */
export async function readRecoveryPhone(
  { database, audit }: Pick<AuthNeeds, 'database' | 'audit'>,
  principal: Principal,
  recoveryId: string,
): Promise<{ phone: string | null }> {
  return database.transaction(async (tx) => {
    const [found] = await tx
      .select({ accountId: accounts.id, phone: accounts.phone, state: recoveries.state })
      .from(recoveries)
      .innerJoin(accounts, eq(accounts.id, recoveries.accountId))
      .where(eq(recoveries.id, recoveryId));
    if (found?.state !== 'asked') throw new AppError('not_found');
    if (found.accountId === principal.accountId) throw new AppError('forbidden');
    await audit.record(
      tx,
      'recovery.phone_read',
      { ...principal, subject: `account:${found.accountId}` },
      { recoveryId },
    );
    return { phone: found.phone };
  });
}
