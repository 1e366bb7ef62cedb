import { inArray } from 'drizzle-orm';
import { cohorts } from '@concertation/schema';
import { accountsOn, subjectsOfAccounts } from '../access/index.ts';
import type { Transaction } from '../database/index.ts';

/** Deletes the cohorts that nobody but this account sees; one that is shared stays with whom it is shared. */
export async function dropOwnCohorts(tx: Transaction, accountId: string): Promise<void> {
  const mine = (await subjectsOfAccounts(tx, 'cohort', [accountId])).map(({ subjectId }) => subjectId);
  const held = await accountsOn(tx, 'cohort', mine);
  const shared = new Set(held.flatMap((one) => (one.accountId === accountId ? [] : one.subjectId)));
  const alone = mine.filter((id) => !shared.has(id));
  if (alone.length > 0) await tx.delete(cohorts).where(inArray(cohorts.id, alone));
}
