import { eq } from 'drizzle-orm';
import { erasureRequests } from '@concertation/schema';
import type { ErasureDecision } from '@concertation/shared/contracts';
import { type Principal, withdrawAllOf } from '../../access/index.ts';
import type { Audit } from '../../audit/index.ts';
import { eraseAccount, readPersonalRecord, type Sessions } from '../../auth/index.ts';
import { forgetInvitations } from '../../boards/index.ts';
import { forgetCorrespondent } from '../../cases/index.ts';
import { dropOwnCohorts } from '../../cohorts/index.ts';
import type { Database, Transaction } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';
import { leaveAllConversations } from '../../messages/index.ts';
import { forgetNotices, type SendMail } from '../../notifications/index.ts';
import { dropOpinionDrafts } from '../../opinions/index.ts';
import { forgetRequests } from '../../registration/index.ts';
import { erasedMail, erasureRefusedMail } from './erasure-mails.ts';
import { holdErasures } from './erasure-rows.ts';
import { refuseLoneSubjects } from './lone-subjects.ts';

type Needs = { database: Database; audit: Audit; sessions: Sessions; sendMail: SendMail; origin: string };

/** Erases everywhere what the law does not keep of an account; returns how many roles it had. */
async function erase(
  { sessions, sendMail }: Needs,
  tx: Transaction,
  principal: Principal,
  { accountId, email, phone }: { accountId: string; email: string; phone: string | null },
): Promise<number> {
  await refuseLoneSubjects(tx, accountId);
  await leaveAllConversations(tx, accountId);
  await forgetRequests(tx, accountId, principal.accountId);
  await forgetInvitations(tx, { accountId, email });
  await dropOpinionDrafts(tx, accountId);
  await dropOwnCohorts(tx, accountId);
  await forgetCorrespondent(tx, accountId);
  await forgetNotices(tx, { accountId, email, phone });
  await sendMail(tx, erasedMail(email));
  const grants = await withdrawAllOf(tx, accountId);
  await eraseAccount(tx, sessions, { accountId, by: principal });
  return grants;
}

/**
 * Erases an account at its person's request, or refuses with a reason; they are told by mail, before the address goes.
 * Its sessions and channels close within 5 s. Throws `not_found`, `forbidden` for one's own, `wrong_state` once decided,
 * and as `refuseLoneSubjects`. Source: SC-44, GDPR art. 17.
 */
export async function decideErasure(
  needs: Needs,
  principal: Principal,
  { requestId, decided }: { requestId: string; decided: ErasureDecision },
): Promise<void> {
  const { database, audit, sendMail, origin } = needs;
  await database.transaction(async (tx) => {
    const [found] = await tx.select().from(erasureRequests).where(eq(erasureRequests.id, requestId));
    if (!found) throw new AppError('not_found');
    const { accountId } = found;
    if (accountId === principal.accountId) throw new AppError('forbidden');
    await holdErasures(tx, accountId);
    const [row] = await tx.select().from(erasureRequests).where(eq(erasureRequests.id, requestId)).for('update');
    const { email, phone } = (await readPersonalRecord(tx, accountId)).profile;
    if (row?.state !== 'waiting' || email === null) throw new AppError('wrong_state');
    const accepted = decided.decision === 'done';
    const grants = accepted ? await erase(needs, tx, principal, { accountId, email, phone }) : 0;
    if (!accepted) await sendMail(tx, erasureRefusedMail(email, decided.reason, origin));
    await tx
      .update(erasureRequests)
      .set({
        state: decided.decision,
        decidedBy: principal.accountId,
        decidedAt: new Date(),
        reason: accepted ? null : decided.reason,
      })
      .where(eq(erasureRequests.id, requestId));
    const scope = { ...principal, subject: `account:${accountId}` };
    await audit.record(tx, 'erasure.decided', scope, { requestId, accepted });
    if (accepted) await audit.record(tx, 'account.erased', scope, { grants });
  });
}
