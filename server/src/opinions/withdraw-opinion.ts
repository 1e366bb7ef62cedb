import { eq } from 'drizzle-orm';
import { opinions } from '@concertation/schema';
import type { Principal } from '../access/index.ts';
import { lockCase, withdrawRequest } from '../cases/index.ts';
import { AppError } from '../lib/index.ts';
import { closeToAsked } from './asked-access.ts';
import type { OpinionNeeds } from './opinion-needs.ts';
import { lockOpinion } from './read-opinions.ts';

/**
 * Takes back a request that waits, with the access that it gave unless something else holds it. For who asked, and for
 * who owns the case. Throws `forbidden` for another, `wrong_state` once it is answered, `not_found` once withdrawn.
 */
export async function withdrawOpinion(
  { database, audit }: OpinionNeeds,
  principal: Principal,
  { caseId, opinionId }: { caseId: string; opinionId: string },
): Promise<void> {
  await database.transaction(async (tx) => {
    const { patientId, ownerId } = await lockCase(tx, caseId);
    const opinion = await lockOpinion(tx, caseId, opinionId);
    if (opinion.withdrawnAt !== null) throw new AppError('not_found');
    if (opinion.askedBy !== principal.accountId && ownerId !== principal.accountId) throw new AppError('forbidden');
    if (opinion.answeredAt !== null) throw new AppError('wrong_state');
    await tx
      .update(opinions)
      .set({ withdrawnAt: new Date(), draft: '', draftBy: null })
      .where(eq(opinions.id, opinionId));
    const closed = await closeToAsked(tx, opinion);
    await withdrawRequest(tx, opinionId);

    const scope = { ...principal, patientId, subject: `case:${caseId}` };
    await audit.record(tx, 'opinion.withdrawn', scope, { opinionId });
    if (closed)
      await audit.record(tx, 'grant.withdrawn', scope, {
        role: closed.role,
        granteeKind: closed.grantee.kind,
        granteeId: closed.grantee.id,
      });
  });
}
