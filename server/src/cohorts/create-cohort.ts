import { cohorts } from '@concertation/schema';
import { grant, type Principal } from '../access/index.ts';
import type { Audit } from '../audit/index.ts';
import type { Database } from '../database/index.ts';
import { newId } from '../lib/index.ts';

/** Creates a cohort, owned by who creates it. Source: SC-25. */
export async function createCohort(
  { database, audit }: { database: Database; audit: Audit },
  principal: Principal,
  { name, description }: { name: string; description: string },
): Promise<{ cohortId: string }> {
  return database.transaction(async (tx) => {
    const cohortId = newId();
    const { accountId } = principal;
    await tx.insert(cohorts).values({ id: cohortId, name, description, createdAt: new Date() });
    const role = 'cohort_owner';
    const subject = { kind: 'cohort', id: cohortId } as const;
    await grant(tx, { subject, grantee: { kind: 'account', id: accountId }, role, grantedBy: accountId });
    const scope = { ...principal, subject: `cohort:${cohortId}` };
    await audit.record(tx, 'cohort.created', scope, {});
    await audit.record(tx, 'grant.given', scope, { role, granteeKind: 'account', granteeId: accountId });
    return { cohortId };
  });
}
