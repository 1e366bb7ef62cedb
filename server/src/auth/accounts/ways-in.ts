import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { accounts, codeApplications, passkeys, passwords, recoveryCodes } from '@concertation/schema';
import type { WaysIn } from '@concertation/shared/contracts';
import type { Executor, Transaction } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';
import { listDevices } from '../devices/devices.ts';
import type { AuthNeeds } from '../needs.ts';

/**
 * The ways in of an account, held still until the transaction ends: two removals at once would each count on the other.
 * `other`: Pro Santé Connect, or the click of a running demonstration.
 */
export async function lockWaysIn(
  tx: Transaction,
  { configuration }: Pick<AuthNeeds, 'configuration'>,
  accountId: string,
): Promise<{ passkeys: string[]; password: boolean; other: boolean }> {
  const [account] = await tx.select().from(accounts).where(eq(accounts.id, accountId)).for('no key update');
  const held = await tx.select({ id: passkeys.id }).from(passkeys).where(eq(passkeys.accountId, accountId));
  const [password] = await tx.select().from(passwords).where(eq(passwords.accountId, accountId));
  return {
    passkeys: held.map(({ id }) => id),
    password: password !== undefined,
    other:
      (configuration.demonstration && Boolean(account?.demonstrationKey)) ||
      (configuration.proSanteConnect !== null && Boolean(account?.subjectNameId)),
  };
}

/** What opens an account beside its passkeys, for its owner. Source: SC-37, SC-40. */
export async function readWaysIn(executor: Executor, accountId: string, deviceId: string | null): Promise<WaysIn> {
  const [account] = await executor.select().from(accounts).where(eq(accounts.id, accountId));
  if (!account) throw new AppError('not_found');
  const [password] = await executor.select().from(passwords).where(eq(passwords.accountId, accountId));
  const [application] = await executor
    .select({ accountId: codeApplications.accountId })
    .from(codeApplications)
    .where(and(eq(codeApplications.accountId, accountId), isNotNull(codeApplications.confirmedAt)));
  const left = await executor
    .select({ codeHash: recoveryCodes.codeHash })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.accountId, accountId), isNull(recoveryCodes.usedAt)));
  return {
    passwordChangedAt: password?.changedAt.toISOString() ?? null,
    codeApplication: application !== undefined,
    recoveryCodesLeft: left.length,
    proSanteConnect: account.subjectNameId !== null,
    devices: await listDevices(executor, accountId, deviceId),
  };
}
