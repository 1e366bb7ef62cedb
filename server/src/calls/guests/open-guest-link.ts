import { eq } from 'drizzle-orm';
import { guestLinks } from '@concertation/schema';
import { recordingRefusal, type Visitor } from '../../auth/index.ts';
import { notify } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';
import type { GuestNeeds } from './guest-needs.ts';
import { linksEnd } from './link-life.ts';
import { lockGuestLink } from './lock-guest-link.ts';
import { findLiveLink } from './read-guest-link.ts';

/**
 * Follows a guest's link: a session that opens this meeting alone, until it is over. One browser at a time: the session
 * that the same link opened before ends. Throws `invitation_ended`; a refusal leaves its trace. Source: CM-08; rule GST-3.
 */
export function openGuestLink(
  { database, audit, sessions }: Pick<GuestNeeds, 'database' | 'audit' | 'sessions'>,
  visitor: Visitor,
  token: string,
): Promise<{ meetingId: string; cookie: string }> {
  return recordingRefusal({ database, audit }, null, () =>
    database.transaction(async (tx) => {
      const found = await findLiveLink(tx, token);
      const { id: guestId, meetingId, accountId } = found.row;
      const { openedAt, tokenHash, withdrawnAt } = await lockGuestLink(tx, { meetingId, guestId });
      // Renewed or withdrawn while we waited for it.
      if (withdrawnAt || tokenHash !== found.row.tokenHash) throw new AppError('invitation_ended');
      if (!openedAt) {
        await tx.update(guestLinks).set({ openedAt: new Date() }).where(eq(guestLinks.id, guestId));
        await notify(tx, 'facts_changed', `meeting:${meetingId}`);
      }
      await sessions.endAllOf(tx, accountId, null);
      const until = linksEnd(found.meeting);
      const { cookie } = await sessions.open(tx, { ...visitor, accountId, means: 'guest_link', until });
      return { meetingId, cookie };
    }),
  );
}
