import { sql } from 'drizzle-orm';
import { platform } from '@concertation/shared/access';
import { accountsOn } from '../../access/index.ts';
import { readAccountFacts } from '../../auth/index.ts';
import type { Transaction } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';

/**
 * Throws `last_administrator` when, without this account, nobody who can sign in would administer the installation. Two
 * such commands at once wait for each other: neither sees the administrator that the other takes away.
 */
export async function refuseLastAdministrator(tx: Transaction, accountId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('platform-administrators'))`);
  const held = await accountsOn(tx, 'platform', [platform.id]);
  const administrators = held.filter(({ role }) => role === 'platform_administrator').map((one) => one.accountId);
  if (!administrators.includes(accountId)) return;
  const facts = await readAccountFacts(tx, administrators);
  const others = [...facts.values()].filter((one) => one.accountId !== accountId && !one.suspendedAt);
  if (others.length === 0) throw new AppError('last_administrator');
}
