import { asc, eq } from 'drizzle-orm';
import { attendances } from '@concertation/schema';
import type { AttendanceLine } from '@concertation/shared/contracts';
import type { Executor } from '../../database/index.ts';
import { attendanceLines } from './attendance-lines.ts';

/** Who was or is at a meeting, one line per person, in order of arrival. */
export async function attendanceOf(executor: Executor, meetingId: string): Promise<AttendanceLine[]> {
  const rows = await executor
    .select()
    .from(attendances)
    .where(eq(attendances.meetingId, meetingId))
    .orderBy(asc(attendances.arrivedAt), asc(attendances.id));
  return attendanceLines(rows);
}
