import { eq } from 'drizzle-orm';
import { opinions } from '@concertation/schema';
import type { Principal } from '../access/index.ts';
import { answerRequest, readCase } from '../cases/index.ts';
import { AppError } from '../lib/index.ts';
import { mayAnswer } from './answerers.ts';
import type { OpinionNeeds } from './opinion-needs.ts';
import { lockOpinion } from './read-opinions.ts';

/**
 * Gives the opinion, which no longer changes, and tells who asked and who owns the case. Of two members of a platform
 * at once, the second is refused. Who answered goes on reading. Throws `forbidden` for who is not asked, `wrong_state`
 * once it is answered or withdrawn. Source: SC-96, SC-101.
 */
export async function answerOpinion(
  { database, audit, tell }: OpinionNeeds,
  principal: Principal,
  { caseId, opinionId, answer }: { caseId: string; opinionId: string; answer: string },
): Promise<void> {
  await database.transaction(async (tx) => {
    const opinion = await lockOpinion(tx, caseId, opinionId);
    if (!(await mayAnswer(tx, principal.accountId, opinion))) throw new AppError('forbidden');
    if (opinion.answeredAt !== null || opinion.withdrawnAt !== null) throw new AppError('wrong_state');
    const { accountId } = principal;
    // A draft of another member of the platform stays theirs to read.
    const written = opinion.draftBy === accountId ? { draft: '', draftBy: null } : {};
    await tx
      .update(opinions)
      .set({ answer, answeredBy: accountId, answeredAt: new Date(), ...written })
      .where(eq(opinions.id, opinionId));
    await answerRequest(tx, opinionId);

    const { patientId, ownerId } = await readCase(tx, caseId);
    const told = new Set([opinion.askedBy, ownerId]);
    await tell(tx, {
      to: [...told].filter((id) => id !== accountId),
      kind: 'opinion_answered',
      about: { caseId, opinionId, by: principal.name },
    });
    await audit.record(tx, 'opinion.answered', { ...principal, patientId, subject: `case:${caseId}` }, { opinionId });
  });
}
