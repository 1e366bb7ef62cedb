import { max, eq } from 'drizzle-orm';
import { presentations } from '@concertation/schema';
import { notify, type Transaction } from '../database/index.ts';
import { AppError, newId } from '../lib/index.ts';
import { lockOpenMeeting } from './read-meeting.ts';

/**
 * Puts a case at the end of a meeting's list. Throws `already_presented`, and `wrong_state` once the meeting is over.
 * Only reports calls it: a case on a list always has a report.
 */
export async function addPresentation(
  tx: Transaction,
  { meetingId, caseId, presenterId }: { meetingId: string; caseId: string; presenterId: string },
): Promise<{ presentationId: string; boardId: string }> {
  const { boardId } = await lockOpenMeeting(tx, meetingId);
  const [last] = await tx
    .select({ position: max(presentations.position) })
    .from(presentations)
    .where(eq(presentations.meetingId, meetingId));
  const [row] = await tx
    .insert(presentations)
    .values({
      id: newId(),
      meetingId,
      caseId,
      presenterId,
      position: (last?.position ?? 0) + 1,
      createdAt: new Date(),
    })
    .onConflictDoNothing()
    .returning({ id: presentations.id });
  if (!row) throw new AppError('already_presented');
  await notify(tx, 'facts_changed', `meeting:${meetingId}`);
  return { presentationId: row.id, boardId };
}
