import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import { caseCorrespondents } from '@concertation/schema';
import type { Correspondent } from '@concertation/shared/contracts';
import type { Executor } from '../../database/index.ts';

/** The médecin traitant of a case, then its other correspondents, in the order in which they were added. Source: CM-38. */
export async function readCorrespondents(executor: Executor, caseId: string): Promise<Correspondent[]> {
  const rows = await executor
    .select()
    .from(caseCorrespondents)
    .where(and(eq(caseCorrespondents.caseId, caseId), isNull(caseCorrespondents.removedAt)))
    .orderBy(desc(caseCorrespondents.role), asc(caseCorrespondents.addedAt), asc(caseCorrespondents.id));
  return rows.map(({ id, role, name, accountId, address }) => ({
    correspondentId: id,
    role: role as Correspondent['role'],
    name,
    accountId,
    address,
  }));
}
