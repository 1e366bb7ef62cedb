import type { Subject } from '@concertation/shared/access';
import { type Grant, grantsOn, revoke } from '../access/index.ts';
import type { Transaction } from '../database/index.ts';

/** Withdraws a grant on a case; a referent's role on the case's reports goes with it. */
export async function withdraw(
  tx: Transaction,
  { id, subject, grantee, role }: Grant,
  reports: Subject[],
): Promise<void> {
  await revoke(tx, subject, id);
  if (role !== 'referent') return;
  for (const report of reports) {
    const followed = await grantsOn(tx, report);
    for (const other of followed.filter((given) => given.role === 'referent' && given.grantee.id === grantee.id))
      await revoke(tx, report, other.id);
  }
}
