import { and, eq, isNotNull } from 'drizzle-orm';
import { attendances } from '@concertation/schema';
import type { Transaction } from '../../database/index.ts';

/**
 * When a meeting starts, whoever looked at its page before and left did not attend it: only those still connected did.
 * What the secretary typed stays.
 */
export async function beginAttendance(tx: Transaction, meetingId: string): Promise<void> {
  await tx
    .delete(attendances)
    .where(
      and(eq(attendances.meetingId, meetingId), eq(attendances.source, 'connection'), isNotNull(attendances.leftAt)),
    );
}
