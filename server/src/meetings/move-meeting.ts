import { and, eq } from 'drizzle-orm';
import { meetings, presentations } from '@concertation/schema';
import type { Principal } from '../access/index.ts';
import type { Audit } from '../audit/index.ts';
import { type Database, notify } from '../database/index.ts';
import { AppError } from '../lib/index.ts';
import { beginAttendance } from './attendance/begin-attendance.ts';
import { startClock, stopClock } from './list/clock.ts';
import { lockOpenMeeting } from './read-meeting.ts';

/**
 * Takes everyone who follows from one case of the list to another (null: no case). Throws `stale` when the meeting is
 * no longer at `from`, so that of two secretaries who press the key at once only one moves it; `not_found` for a case
 * of another list; `wrong_state` once it is over. The first move starts the meeting. The clock of the case that is left
 * stops, that of the other runs.
 */
export async function moveMeeting(
  { database, audit }: { database: Database; audit: Audit },
  principal: Principal,
  meetingId: string,
  { presentationId, from }: { presentationId: string | null; from: string | null },
): Promise<void> {
  await database.transaction(async (tx) => {
    const meeting = await lockOpenMeeting(tx, meetingId);
    if (meeting.currentPresentationId !== from) throw new AppError('stale');
    if (presentationId) {
      const onList = and(
        eq(presentations.id, presentationId),
        eq(presentations.meetingId, meetingId),
        eq(presentations.state, 'listed'),
      );
      const [listed] = await tx.select({ id: presentations.id }).from(presentations).where(onList);
      if (!listed) throw new AppError('not_found');
    }
    if (meeting.state === 'planned') await beginAttendance(tx, meetingId);
    const now = new Date();
    await stopClock(tx, meetingId, now);
    if (presentationId) await startClock(tx, presentationId, now);
    await tx
      .update(meetings)
      .set({ currentPresentationId: presentationId, state: 'running', startedAt: meeting.startedAt ?? now })
      .where(eq(meetings.id, meetingId));
    await notify(tx, 'facts_changed', `meeting:${meetingId}`);
    await audit.record(tx, 'meeting.moved', { ...principal, subject: `meeting:${meetingId}` }, { presentationId });
  });
}
