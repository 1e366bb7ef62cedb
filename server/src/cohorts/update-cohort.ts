import { eq } from 'drizzle-orm';
import { cohorts } from '@concertation/schema';
import type { Principal } from '../access/index.ts';
import type { Audit } from '../audit/index.ts';
import type { Database } from '../database/index.ts';
import { lockCohort } from './read-cohort.ts';

/** Renames or describes a cohort. Throws `not_found`. */
export async function updateCohort(
  { database, audit }: { database: Database; audit: Audit },
  principal: Principal,
  { cohortId, name, description }: { cohortId: string; name: string; description: string },
): Promise<void> {
  await database.transaction(async (tx) => {
    await lockCohort(tx, cohortId);
    await tx.update(cohorts).set({ name, description }).where(eq(cohorts.id, cohortId));
    await audit.record(tx, 'cohort.changed', { ...principal, subject: `cohort:${cohortId}` }, {});
  });
}
