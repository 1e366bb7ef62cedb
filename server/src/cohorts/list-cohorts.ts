import { count, eq, inArray } from 'drizzle-orm';
import { cohortCases, cohorts } from '@concertation/schema';
import { type CohortRole, cohortRoles } from '@concertation/shared/access';
import type { CohortCard } from '@concertation/shared/contracts';
import { foldText } from '@concertation/shared/domain';
import { rolesOnAll } from '../access/index.ts';
import type { Executor } from '../database/index.ts';

/**
 * The cohorts that an account owns or shares, by name; with `search`, those whose name and description hold every
 * word. Two queries. Source: SC-35.
 */
export async function listCohorts(executor: Executor, accountId: string, search = ''): Promise<CohortCard[]> {
  const held = await rolesOnAll(executor, accountId, 'cohort', cohortRoles);
  if (held.size === 0) return [];
  const rows = await executor
    .select({
      cohortId: cohorts.id,
      name: cohorts.name,
      description: cohorts.description,
      caseCount: count(cohortCases.caseId),
    })
    .from(cohorts)
    .leftJoin(cohortCases, eq(cohortCases.cohortId, cohorts.id))
    .where(inArray(cohorts.id, [...held.keys()]))
    .groupBy(cohorts.id);
  const words = foldText(search).split(' ').filter(Boolean);
  const roleOf = (cohortId: string): CohortRole =>
    held.get(cohortId)?.some(({ role }) => role === 'cohort_owner') ? 'cohort_owner' : 'cohort_member';
  return rows
    .filter(({ name, description }) => {
      const text = foldText(`${name} ${description}`);
      return words.every((word) => text.includes(word));
    })
    .map((row) => ({ ...row, role: roleOf(row.cohortId) }))
    .sort((a, b) => a.name.localeCompare(b.name, 'fr') || a.cohortId.localeCompare(b.cohortId));
}
