import { and, eq } from 'drizzle-orm';
import { accounts } from '@concertation/schema';
import { driverCode, type Transaction } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';
import { isAccount } from './account-facts.ts';

/** PostgreSQL's word for a row that would be the second of its kind. */
const taken = '23505';

/**
 * Notes that somebody checked who an account is: its trial is over for good, and its RPPS number is its own. `by`: the
 * account that checked; null for the installation itself. Throws `not_found`, `wrong_state` when it is verified already,
 * `rpps_taken` when another verified account bears the number. The audit and the mail are the caller's. Source: SC-23, SC-24.
 */
export async function verifyAccount(tx: Transaction, accountId: string, by: string | null): Promise<void> {
  const [account] = await tx
    .select({ verifiedAt: accounts.verifiedAt })
    .from(accounts)
    .where(and(eq(accounts.id, accountId), isAccount))
    .for('update');
  if (!account) throw new AppError('not_found');
  if (account.verifiedAt) throw new AppError('wrong_state');
  await tx
    .update(accounts)
    .set({ verifiedAt: new Date(), verifiedBy: by })
    .where(eq(accounts.id, accountId))
    .catch((error: unknown) => {
      throw driverCode(error) === taken ? new AppError('rpps_taken', undefined, { cause: error }) : error;
    });
}
