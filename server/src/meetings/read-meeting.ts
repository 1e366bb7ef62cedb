import { eq } from 'drizzle-orm';
import { meetings } from '@concertation/schema';
import type { MeetingState, Video } from '@concertation/shared/domain';
import type { Executor, Transaction } from '../database/index.ts';
import { AppError } from '../lib/index.ts';

export type MeetingFacts = Omit<typeof meetings.$inferSelect, 'state' | 'video'> & {
  state: MeetingState;
  video: Video;
};

/** A row as the room reads it. Throws `not_found` where there is none. */
export const toFacts = (row: typeof meetings.$inferSelect | undefined): MeetingFacts => {
  if (!row) throw new AppError('not_found');
  return { ...row, state: row.state as MeetingState, video: row.video as Video };
};

/** One meeting. Throws `not_found`. */
export async function readMeeting(executor: Executor, meetingId: string): Promise<MeetingFacts> {
  const [row] = await executor.select().from(meetings).where(eq(meetings.id, meetingId));
  return toFacts(row);
}

/** The same, for a command: whoever else changes this meeting waits for the transaction's end. */
export async function lockMeeting(tx: Transaction, meetingId: string): Promise<MeetingFacts> {
  const [row] = await tx.select().from(meetings).where(eq(meetings.id, meetingId)).for('update');
  return toFacts(row);
}

/** The same, for a command that only an unfinished meeting accepts. Throws `wrong_state`. */
export async function lockOpenMeeting(tx: Transaction, meetingId: string): Promise<MeetingFacts> {
  const meeting = await lockMeeting(tx, meetingId);
  if (meeting.state === 'closed' || meeting.state === 'cancelled') throw new AppError('wrong_state');
  return meeting;
}
