import { and, eq } from 'drizzle-orm';
import { attendances } from '@concertation/schema';
import type { Principal } from '../../access/index.ts';
import type { Audit } from '../../audit/index.ts';
import { type Database, notify } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';

/**
 * Takes back a line that a secretary typed. Throws `not_found` for a line of another meeting, `wrong_state` for one that
 * a connection made: who was really there cannot be erased.
 */
export async function removeAttendance(
  { database, audit }: { database: Database; audit: Audit },
  principal: Principal,
  { meetingId, attendanceId }: { meetingId: string; attendanceId: string },
): Promise<void> {
  await database.transaction(async (tx) => {
    const line = and(eq(attendances.id, attendanceId), eq(attendances.meetingId, meetingId));
    const [row] = await tx.select({ source: attendances.source }).from(attendances).where(line).for('update');
    if (!row) throw new AppError('not_found');
    if (row.source !== 'secretary') throw new AppError('wrong_state');
    await tx.delete(attendances).where(line);
    await notify(tx, 'facts_changed', `meeting:${meetingId}`);
    await audit.record(tx, 'attendance.removed', { ...principal, subject: `meeting:${meetingId}` }, { attendanceId });
  });
}
