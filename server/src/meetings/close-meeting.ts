import { eq } from 'drizzle-orm';
import { meetings } from '@concertation/schema';
import type { Principal } from '../access/index.ts';
import type { Audit } from '../audit/index.ts';
import { type Database, notify } from '../database/index.ts';
import { AppError } from '../lib/index.ts';
import { endAttendance } from './attendance/end-attendance.ts';
import { stopClock } from './list/clock.ts';
import { lockMeeting } from './read-meeting.ts';

/**
 * Closes a meeting: nothing more comes on its list, and whoever is still there leaves it now. Closing a closed one
 * changes nothing. Throws `wrong_state` for a cancelled one.
 */
export async function closeMeeting(
  { database, audit }: { database: Database; audit: Audit },
  principal: Principal,
  meetingId: string,
): Promise<void> {
  await database.transaction(async (tx) => {
    const { state } = await lockMeeting(tx, meetingId);
    if (state === 'closed') return;
    if (state === 'cancelled') throw new AppError('wrong_state');
    const now = new Date();
    await tx
      .update(meetings)
      .set({ state: 'closed', closedAt: now, currentPresentationId: null })
      .where(eq(meetings.id, meetingId));
    await stopClock(tx, meetingId, now);
    await endAttendance(tx, meetingId);
    await notify(tx, 'facts_changed', `meeting:${meetingId}`);
    await audit.record(tx, 'meeting.closed', { ...principal, subject: `meeting:${meetingId}` }, {});
  });
}
