import { and, eq } from 'drizzle-orm';
import { cohortCases } from '@concertation/schema';
import { type Principal, requireAccess } from '../access/index.ts';
import type { Audit } from '../audit/index.ts';
import { readCase } from '../cases/index.ts';
import type { Database } from '../database/index.ts';
import { AppError } from '../lib/index.ts';
import { lockCohort } from './read-cohort.ts';

type Needs = { database: Database; audit: Audit };
type CohortCase = { cohortId: string; caseId: string };

/**
 * Puts a case in a cohort; put twice, it is there once. The caller has checked that the account reads the cohort; it
 * must read the case too, or `not_found` is thrown.
 */
export async function addCohortCase(
  { database, audit }: Needs,
  principal: Principal,
  { cohortId, caseId }: CohortCase,
): Promise<void> {
  await database.transaction(async (tx) => {
    await requireAccess(tx, principal, 'case.read', { kind: 'case', id: caseId });
    await lockCohort(tx, cohortId);
    const { patientId } = await readCase(tx, caseId);
    const added = await tx
      .insert(cohortCases)
      .values({ cohortId, caseId, addedBy: principal.accountId, addedAt: new Date() })
      .onConflictDoNothing()
      .returning({ caseId: cohortCases.caseId });
    const scope = { ...principal, patientId, subject: `cohort:${cohortId}` };
    if (added.length > 0) await audit.record(tx, 'cohort.case_added', scope, { caseId });
  });
}

/** Takes a case out of a cohort. Throws `not_found` when it is not there, or is one that the account may not read. */
export async function removeCohortCase(
  { database, audit }: Needs,
  principal: Principal,
  { cohortId, caseId }: CohortCase,
): Promise<void> {
  await database.transaction(async (tx) => {
    await requireAccess(tx, principal, 'case.read', { kind: 'case', id: caseId });
    const { patientId } = await readCase(tx, caseId);
    const removed = await tx
      .delete(cohortCases)
      .where(and(eq(cohortCases.cohortId, cohortId), eq(cohortCases.caseId, caseId)))
      .returning({ caseId: cohortCases.caseId });
    if (removed.length === 0) throw new AppError('not_found');
    const scope = { ...principal, patientId, subject: `cohort:${cohortId}` };
    await audit.record(tx, 'cohort.case_removed', scope, { caseId });
  });
}
