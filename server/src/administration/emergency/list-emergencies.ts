import { desc, eq } from 'drizzle-orm';
import { emergencyAccesses } from '@concertation/schema';
import type { CaseEmergency } from '@concertation/shared/contracts';
import { grantsOn } from '../../access/index.ts';
import { findPeople } from '../../auth/index.ts';
import type { Executor } from '../../database/index.ts';
import { isTaken } from './open-emergencies.ts';

/**
 * Who opened a case in an emergency, when and why, latest first: for those who answer for it, who alone read the reason.
 * Three queries. Source: domain 6.1 (bris de glace).
 */
export async function listEmergencies(executor: Executor, caseId: string): Promise<CaseEmergency[]> {
  const rows = await executor
    .select()
    .from(emergencyAccesses)
    .where(eq(emergencyAccesses.caseId, caseId))
    .orderBy(desc(emergencyAccesses.openedAt), desc(emergencyAccesses.id));
  const people = await findPeople(executor, [...new Set(rows.map(({ accountId }) => accountId))]);
  const grants = await grantsOn(executor, { kind: 'case', id: caseId });
  const now = new Date();
  return rows.map(({ id, accountId, reason, openedAt, endsAt, endedAt }) => ({
    accessId: id,
    person: people.get(accountId) ?? null,
    reason,
    openedAt: openedAt.toISOString(),
    endsAt: endsAt.toISOString(),
    open: endedAt === null && endsAt > now && grants.some((held) => isTaken(held, accountId)),
  }));
}
