import { attendances } from '@concertation/schema';
import type { AttendanceLine } from '@concertation/shared/contracts';
import type { Principal } from '../../access/index.ts';
import type { Audit } from '../../audit/index.ts';
import { type Database, notify } from '../../database/index.ts';
import { AppError, newId } from '../../lib/index.ts';
import { lockMeeting } from '../read-meeting.ts';
import { toLine } from './attendance-lines.ts';

/**
 * Adds somebody who is in the room, typed by the secretary. Possible after the close too, since a forgotten
 * participant is remembered then; throws `wrong_state` for a cancelled meeting.
 */
export async function addAttendance(
  { database, audit }: { database: Database; audit: Audit },
  principal: Principal,
  meetingId: string,
  { name, specialty }: { name: string; specialty: string },
): Promise<AttendanceLine> {
  return database.transaction(async (tx) => {
    if ((await lockMeeting(tx, meetingId)).state === 'cancelled') throw new AppError('wrong_state');
    const now = new Date();
    const recordedBy = principal.accountId;
    const row = {
      id: newId(),
      meetingId,
      accountId: null,
      name,
      specialty,
      source: 'secretary',
      recordedBy,
      arrivedAt: now,
      lastSeenAt: now,
      leftAt: null,
    };
    await tx.insert(attendances).values(row);
    await notify(tx, 'facts_changed', `meeting:${meetingId}`);
    await audit.record(
      tx,
      'attendance.added',
      { ...principal, subject: `meeting:${meetingId}` },
      { attendanceId: row.id },
    );
    return toLine(row);
  });
}
