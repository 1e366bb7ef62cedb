import { and, eq } from 'drizzle-orm';
import { guestLinks } from '@concertation/schema';
import type { Transaction } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';

/** A guest of a meeting, held until the transaction ends. Throws `not_found`, for another meeting's too. */
export async function lockGuestLink(
  tx: Transaction,
  { meetingId, guestId }: { meetingId: string; guestId: string },
): Promise<typeof guestLinks.$inferSelect> {
  const [row] = await tx
    .select()
    .from(guestLinks)
    .where(and(eq(guestLinks.id, guestId), eq(guestLinks.meetingId, meetingId)))
    .for('update');
  if (!row) throw new AppError('not_found');
  return row;
}
