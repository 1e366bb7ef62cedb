import { and, eq } from 'drizzle-orm';
import { presentations } from '@concertation/schema';
import { may } from '@concertation/shared/access';
import { type Principal, rolesOf } from '../../access/index.ts';
import type { Audit } from '../../audit/index.ts';
import { readBoard } from '../../boards/index.ts';
import { readCase, refuseObjected } from '../../cases/index.ts';
import { type Database, notify, type Transaction } from '../../database/index.ts';
import { AppError, newId } from '../../lib/index.ts';
import { readMeeting } from '../read-meeting.ts';
import { lockForRegistration } from './open-to-registration.ts';

/** Throws `not_found` for a meeting of a board that is neither published nor one's own. */
async function requireReachable(tx: Transaction, { accountId }: Principal, meetingId: string): Promise<void> {
  const { boardId } = await readMeeting(tx, meetingId);
  if ((await readBoard(tx, boardId)).published) return;
  if (!may('board.read', await rolesOf(tx, accountId, { kind: 'board', id: boardId }))) throw new AppError('not_found');
}

/** The one that is being prepared already. */
async function findPrepared(
  tx: Transaction,
  { caseId, meetingId }: { caseId: string; meetingId: string },
): Promise<{ presentationId: string }> {
  const [row] = await tx
    .select({ presentationId: presentations.id })
    .from(presentations)
    .where(and(eq(presentations.caseId, caseId), eq(presentations.meetingId, meetingId)));
  if (!row) throw new AppError('not_found');
  return row;
}

/**
 * Prepares the presentation of a case to a board's meeting: it is nothing to the board before the case is registered.
 * Chosen twice, it is the same; one that was removed is prepared again, with its answers. Throws `not_found` for a
 * board that one may not read, `patient_objected`, and what `lockForRegistration` throws. Source: SC-63, SC-70.
 */
export async function choosePresentation(
  { database, audit }: { database: Database; audit: Audit },
  principal: Principal,
  { caseId, meetingId }: { caseId: string; meetingId: string },
): Promise<{ presentationId: string }> {
  return database.transaction(async (tx) => {
    await requireReachable(tx, principal, meetingId);
    await refuseObjected(tx, caseId);
    const { patientId } = await readCase(tx, caseId);
    await lockForRegistration(tx, principal, { meetingId, caseId });
    const presenterId = principal.accountId;
    const [row] = await tx
      .insert(presentations)
      .values({ id: newId(), meetingId, caseId, presenterId, position: 0, state: 'preparing', createdAt: new Date() })
      .onConflictDoUpdate({
        target: [presentations.meetingId, presentations.caseId],
        set: { state: 'preparing', presenterId, removalReason: null },
        setWhere: eq(presentations.state, 'removed'),
      })
      .returning({ presentationId: presentations.id });
    if (!row) return findPrepared(tx, { caseId, meetingId });
    await notify(tx, 'facts_changed', `case:${caseId}`);
    const scope = { ...principal, patientId, subject: `case:${caseId}` };
    await audit.record(tx, 'presentation.prepared', scope, { ...row, meetingId });
    return row;
  });
}
