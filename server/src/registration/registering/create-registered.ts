import { trialDays } from '@concertation/shared/domain';
import type { Audit } from '../../audit/index.ts';
import { createAccount, storePassword } from '../../auth/index.ts';
import type { Transaction } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';
import { type OpenRegistration, useUpRegistration } from './registration-row.ts';

/**
 * Makes the account of a confirmed registration, on trial for one month, and uses its link up. Throws `link_ended` when
 * it was used meanwhile, or when the address got an account by another way. Source: SC-22.
 */
export async function createRegistered(
  { audit }: { audit: Audit },
  tx: Transaction,
  open: OpenRegistration,
  accountId: string,
): Promise<void> {
  await useUpRegistration(tx, open);
  const trialEndsAt = new Date(Date.now() + trialDays * 24 * 3_600_000);
  await createAccount(tx, { ...open.draft, accountId, trialEndsAt }).catch((error: unknown) => {
    throw error instanceof AppError && error.code === 'wrong_state' ? new AppError('link_ended') : error;
  });
  if (open.passwordHash) await storePassword(tx, accountId, open.passwordHash);
  await audit.record(tx, 'account.created', { accountId, subject: `account:${accountId}` }, {});
}
