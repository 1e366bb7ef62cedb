import { and, eq, isNull } from 'drizzle-orm';
import { attendances } from '@concertation/schema';
import type { Transaction } from '../../database/index.ts';

/** When a meeting closes, whoever is still connected leaves it, even if the page stays open. */
export async function endAttendance(tx: Transaction, meetingId: string): Promise<void> {
  const now = new Date();
  await tx
    .update(attendances)
    .set({ leftAt: now, lastSeenAt: now })
    .where(and(eq(attendances.meetingId, meetingId), eq(attendances.source, 'connection'), isNull(attendances.leftAt)));
}
