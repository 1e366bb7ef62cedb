import { eq } from 'drizzle-orm';
import { devices, passkeys } from '@concertation/schema';
import type { Transaction } from '../../database/index.ts';
import { dropApplication } from '../codes/application.ts';
import { dropPending } from '../codes/pending.ts';
import { endLinks } from '../links/account-links.ts';
import { dropPassword } from '../passwords/stored-passwords.ts';
import { dropRecoveryCodes } from '../recovery/recovery-codes.ts';

/**
 * Removes every way in that the account holds here (passkeys, password, application, recovery codes), its known browsers,
 * and what was sent to its address. Its sessions and its link to Pro Santé Connect are the caller's.
 */
export async function dropWaysIn(tx: Transaction, accountId: string): Promise<void> {
  await tx.delete(passkeys).where(eq(passkeys.accountId, accountId));
  await tx.delete(devices).where(eq(devices.accountId, accountId));
  await dropPassword(tx, accountId);
  await dropApplication(tx, accountId);
  await dropRecoveryCodes(tx, accountId);
  await dropPending(tx, accountId);
  await endLinks(tx, accountId, ['new_password', 'new_address', 'recovery', 'recovery_stop']);
}
