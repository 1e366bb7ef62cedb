import { meetings } from '@concertation/schema';
import { documentName, type MeetingState, type Video } from '@concertation/shared/domain';
import { grant } from '../access/index.ts';
import type { Transaction } from '../database/index.ts';
import { createDocument } from '../documents/index.ts';
import { newId } from '../lib/index.ts';

/** What a meeting is made of. What is absent has the table's default; `planMeetings` copies the board's. */
export type NewMeeting = {
  boardId: string;
  startsAt: Date;
  state?: MeetingState;
  durationMinutes?: number;
  seriesId?: string | null;
  fictitious?: boolean;
  video?: Video;
  registrationClosesAt?: Date | null;
  capacity?: number | null;
};

/** Creates a meeting of a board, with its document; the board's members have their board roles on it. */
export async function createMeeting(tx: Transaction, { state = 'planned', ...meeting }: NewMeeting): Promise<string> {
  const meetingId = newId();
  await tx.insert(meetings).values({ ...meeting, id: meetingId, state, currentPresentationId: null });
  await createDocument(tx, documentName('meeting', meetingId));
  const subject = { kind: 'meeting', id: meetingId } as const;
  await grant(tx, { subject, grantee: { kind: 'board', id: meeting.boardId }, role: 'presented', grantedBy: null });
  return meetingId;
}
