import { eq } from 'drizzle-orm';
import { cohortCases, cohorts } from '@concertation/schema';
import { grantsOn, type Principal, revoke } from '../access/index.ts';
import type { Audit } from '../audit/index.ts';
import type { Database } from '../database/index.ts';
import { lockCohort } from './read-cohort.ts';

/** Deletes a cohort and who shared it; its cases stay as they are. Throws `not_found`. */
export async function removeCohort(
  { database, audit }: { database: Database; audit: Audit },
  principal: Principal,
  cohortId: string,
): Promise<void> {
  await database.transaction(async (tx) => {
    await lockCohort(tx, cohortId);
    const cases = await tx.$count(cohortCases, eq(cohortCases.cohortId, cohortId));
    await tx.delete(cohorts).where(eq(cohorts.id, cohortId));
    const subject = { kind: 'cohort', id: cohortId } as const;
    for (const { id } of await grantsOn(tx, subject)) await revoke(tx, subject, id);
    await audit.record(tx, 'cohort.removed', { ...principal, subject: `cohort:${cohortId}` }, { cases });
  });
}
