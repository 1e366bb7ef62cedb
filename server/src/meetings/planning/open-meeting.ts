import { eq } from 'drizzle-orm';
import { meetings } from '@concertation/schema';
import type { Principal } from '../../access/index.ts';
import type { Audit } from '../../audit/index.ts';
import { type Database, notify } from '../../database/index.ts';
import { beginAttendance } from '../attendance/begin-attendance.ts';
import { lockOpenMeeting } from '../read-meeting.ts';

/**
 * « Ouvrir la réunion »: people come in and, from here on, who comes attends. The first move to a case then starts it.
 * Opening one that is open or running changes nothing. Throws `wrong_state` once it is over. Rule PLA-2.
 */
export async function openMeeting(
  { database, audit }: { database: Database; audit: Audit },
  principal: Principal,
  meetingId: string,
): Promise<void> {
  await database.transaction(async (tx) => {
    const { state } = await lockOpenMeeting(tx, meetingId);
    if (state !== 'planned') return;
    await beginAttendance(tx, meetingId);
    await tx.update(meetings).set({ state: 'open' }).where(eq(meetings.id, meetingId));
    await notify(tx, 'facts_changed', `meeting:${meetingId}`);
    await audit.record(tx, 'meeting.opened', { ...principal, subject: `meeting:${meetingId}` }, {});
  });
}
