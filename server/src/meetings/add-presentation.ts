import { and, eq, max, ne } from 'drizzle-orm';
import { presentations } from '@concertation/schema';
import type { Principal } from '../access/index.ts';
import { notify, type Transaction } from '../database/index.ts';
import { AppError, newId } from '../lib/index.ts';
import { lockForRegistration } from './registering/open-to-registration.ts';

/** A case that has just come on a list. `startsAt`: its meeting's. */
export type AddedPresentation = { presentationId: string; meetingId: string; boardId: string; startsAt: Date };

/**
 * Puts a case at the end of a meeting's list: a new presentation, the one that was prepared, or the one that was
 * removed. Marked late when registrations were closed. Throws what `lockForRegistration` throws. Only reports calls
 * it: a case on a list always has a report.
 */
export async function addPresentation(
  tx: Transaction,
  principal: Principal,
  { meetingId, caseId, presenterId }: { meetingId: string; caseId: string; presenterId: string },
): Promise<AddedPresentation> {
  const { boardId, startsAt, late } = await lockForRegistration(tx, principal, { meetingId, caseId });
  const [last] = await tx
    .select({ position: max(presentations.position) })
    .from(presentations)
    .where(and(eq(presentations.meetingId, meetingId), eq(presentations.state, 'listed')));
  const now = new Date();
  const place = { presenterId, state: 'listed', position: (last?.position ?? 0) + 1, late, listedAt: now };
  const [row] = await tx
    .insert(presentations)
    .values({ ...place, id: newId(), meetingId, caseId, createdAt: now })
    .onConflictDoUpdate({
      target: [presentations.meetingId, presentations.caseId],
      set: { ...place, removalReason: null },
      setWhere: ne(presentations.state, 'listed'),
    })
    .returning({ presentationId: presentations.id });
  if (!row) throw new AppError('already_presented');
  await notify(tx, 'facts_changed', `meeting:${meetingId}`);
  return { ...row, meetingId, boardId, startsAt };
}
