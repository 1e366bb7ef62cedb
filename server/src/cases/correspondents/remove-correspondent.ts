import { and, eq, isNull } from 'drizzle-orm';
import { caseCorrespondents } from '@concertation/schema';
import type { Principal } from '../../access/index.ts';
import type { Audit } from '../../audit/index.ts';
import { type Database, notify } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';
import { lockCase } from '../lock-case.ts';

/** Removes a correspondent of this case: reports signed later do not go to them. Throws `not_found`. Source: CM-38. */
export async function removeCorrespondent(
  { database, audit }: { database: Database; audit: Audit },
  principal: Principal,
  { caseId, correspondentId }: { caseId: string; correspondentId: string },
): Promise<void> {
  await database.transaction(async (tx) => {
    const { patientId } = await lockCase(tx, caseId);
    const [removed] = await tx
      .update(caseCorrespondents)
      .set({ removedAt: new Date() })
      .where(
        and(
          eq(caseCorrespondents.id, correspondentId),
          eq(caseCorrespondents.caseId, caseId),
          isNull(caseCorrespondents.removedAt),
        ),
      )
      .returning({ role: caseCorrespondents.role });
    if (!removed) throw new AppError('not_found');
    const scope = { ...principal, patientId, subject: `case:${caseId}` };
    await audit.record(tx, 'correspondent.removed', scope, { correspondentId, role: removed.role });
    await notify(tx, 'facts_changed', `case:${caseId}`);
  });
}
