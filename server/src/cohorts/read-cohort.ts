import { desc, eq } from 'drizzle-orm';
import { cohortCases, cohorts } from '@concertation/schema';
import { type CohortRole, cohortRoles } from '@concertation/shared/access';
import { grantsOn } from '../access/index.ts';
import type { Executor, Transaction } from '../database/index.ts';
import { AppError } from '../lib/index.ts';

export type CohortFacts = typeof cohorts.$inferSelect;

/** One cohort. Throws `not_found`. */
export async function readCohort(executor: Executor, cohortId: string): Promise<CohortFacts> {
  const [row] = await executor.select().from(cohorts).where(eq(cohorts.id, cohortId));
  if (!row) throw new AppError('not_found');
  return row;
}

/** The same for a command: another one on this cohort waits for the transaction's end. */
export async function lockCohort(tx: Transaction, cohortId: string): Promise<CohortFacts> {
  const [row] = await tx.select().from(cohorts).where(eq(cohorts.id, cohortId)).for('update');
  if (!row) throw new AppError('not_found');
  return row;
}

/** The ids of a cohort's cases and when each was added, latest first, in one query; those that the reader may not read too. */
export async function casesOfCohort(
  executor: Executor,
  cohortId: string,
): Promise<{ caseId: string; addedAt: Date }[]> {
  return executor
    .select({ caseId: cohortCases.caseId, addedAt: cohortCases.addedAt })
    .from(cohortCases)
    .where(eq(cohortCases.cohortId, cohortId))
    .orderBy(desc(cohortCases.addedAt), desc(cohortCases.caseId));
}

/** Who shares a cohort, its owner first. */
export async function cohortMembers(
  executor: Executor,
  cohortId: string,
): Promise<{ accountId: string; role: CohortRole }[]> {
  const grants = await grantsOn(executor, { kind: 'cohort', id: cohortId });
  return cohortRoles.flatMap((role) =>
    grants.filter((given) => given.role === role).map(({ grantee }) => ({ accountId: grantee.id, role })),
  );
}
