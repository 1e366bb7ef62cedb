import { and, eq } from 'drizzle-orm';
import { meetings, presentations } from '@concertation/schema';
import { notify, type Transaction } from '../../database/index.ts';
import { lockMeeting } from '../read-meeting.ts';
import type { PresentationFacts } from '../read-presentations.ts';

/** Holds the meetings of some presentations until the transaction ends, always in the same order. */
export async function lockMeetings(tx: Transaction, meetingIds: string[]): Promise<void> {
  for (const meetingId of [...new Set(meetingIds)].sort()) await lockMeeting(tx, meetingId);
}

/**
 * Takes a presentation off its list, or out of preparation; its answers stay for the day it comes back. When everyone
 * was looking at it, the meeting is at no case. The caller holds the meeting. Only reports calls it: a board must lose
 * the report with it.
 */
export async function removePresentation(
  tx: Transaction,
  { presentationId, meetingId, caseId }: Pick<PresentationFacts, 'presentationId' | 'meetingId' | 'caseId'>,
  reason: string,
): Promise<void> {
  await tx
    .update(presentations)
    .set({ state: 'removed', removalReason: reason, discussedSince: null })
    .where(eq(presentations.id, presentationId));
  await tx
    .update(meetings)
    .set({ currentPresentationId: null })
    .where(and(eq(meetings.id, meetingId), eq(meetings.currentPresentationId, presentationId)));
  await notify(tx, 'facts_changed', `meeting:${meetingId}`);
  await notify(tx, 'facts_changed', `case:${caseId}`);
}
