import { and, eq, isNotNull, sql } from 'drizzle-orm';
import { presentations } from '@concertation/schema';
import type { Transaction } from '../../database/index.ts';

/** Stops the clock of whichever case of a meeting is being discussed, and counts the whole seconds that it ran. */
export async function stopClock(tx: Transaction, meetingId: string, now: Date): Promise<void> {
  const ran = sql`extract(epoch from ${now.toISOString()}::timestamptz - ${presentations.discussedSince})`;
  await tx
    .update(presentations)
    .set({
      discussedSeconds: sql`${presentations.discussedSeconds} + greatest(0, floor(${ran}))::int`,
      discussedSince: null,
    })
    .where(and(eq(presentations.meetingId, meetingId), isNotNull(presentations.discussedSince)));
}

/** Starts the clock of a case: it goes on from what it had counted. */
export async function startClock(tx: Transaction, presentationId: string, now: Date): Promise<void> {
  await tx.update(presentations).set({ discussedSince: now }).where(eq(presentations.id, presentationId));
}
