import { eq } from 'drizzle-orm';
import { opinions } from '@concertation/schema';
import type { Principal } from '../access/index.ts';
import type { Database } from '../database/index.ts';
import { AppError } from '../lib/index.ts';
import { mayAnswer } from './answerers.ts';
import { lockOpinion } from './read-opinions.ts';

/**
 * Keeps what somebody writes before they send it; they alone read it. Throws `forbidden` for who is not asked,
 * `wrong_state` once it is answered or withdrawn, and `stale` when another member of the platform is writing: their
 * words are not overwritten. Not audited: nobody else sees it.
 */
export async function saveOpinionDraft(
  { database }: { database: Database },
  { accountId }: Principal,
  { caseId, opinionId, draft }: { caseId: string; opinionId: string; draft: string },
): Promise<void> {
  await database.transaction(async (tx) => {
    const opinion = await lockOpinion(tx, caseId, opinionId);
    if (!(await mayAnswer(tx, accountId, opinion))) throw new AppError('forbidden');
    if (opinion.answeredAt !== null || opinion.withdrawnAt !== null) throw new AppError('wrong_state');
    if (opinion.draftBy !== null && opinion.draftBy !== accountId) throw new AppError('stale');
    const draftBy = draft === '' ? null : accountId;
    await tx.update(opinions).set({ draft, draftBy }).where(eq(opinions.id, opinionId));
  });
}
