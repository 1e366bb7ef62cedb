import type { Principal } from '../access/index.ts';
import type { Audit } from '../audit/index.ts';
import type { Database } from '../database/index.ts';

/** Writes down that somebody exported the cases of a cohort that they may read, and how many, before they are handed out. */
export async function recordCohortExport(
  { database, audit }: { database: Database; audit: Audit },
  principal: Principal,
  { cohortId, count }: { cohortId: string; count: number },
): Promise<void> {
  await database.transaction((tx) =>
    audit.record(tx, 'cohort.exported', { ...principal, subject: `cohort:${cohortId}` }, { count }),
  );
}
