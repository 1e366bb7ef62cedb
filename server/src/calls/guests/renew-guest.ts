import { eq } from 'drizzle-orm';
import { guestLinks } from '@concertation/schema';
import type { Principal } from '../../access/index.ts';
import { readGuest } from '../../auth/index.ts';
import { notify } from '../../database/index.ts';
import { AppError, hashToken, newToken } from '../../lib/index.ts';
import type { GuestNeeds } from './guest-needs.ts';
import { lockGuestLink } from './lock-guest-link.ts';
import { lockForGuests, sendGuestLink } from './send-guest-link.ts';

/**
 * Sends a guest a new link; the former one opens nothing more, and what it opened ends. Throws `not_found` for a guest
 * of another meeting, `wrong_state` for one who was withdrawn, and like an invitation. Rule GST-4.
 */
export async function renewGuest(
  needs: GuestNeeds,
  principal: Principal,
  { meetingId, guestId }: { meetingId: string; guestId: string },
): Promise<void> {
  const { database, audit, sessions } = needs;
  await database.transaction(async (tx) => {
    const { meeting, board } = await lockForGuests(tx, meetingId);
    const { accountId, email, withdrawnAt } = await lockGuestLink(tx, { meetingId, guestId });
    if (withdrawnAt) throw new AppError('wrong_state');
    const token = newToken();
    await tx
      .update(guestLinks)
      .set({ tokenHash: hashToken(token), invitedBy: principal.accountId, createdAt: new Date() })
      .where(eq(guestLinks.id, guestId));
    const { specialty, ...named } = await readGuest(tx, accountId);
    await sendGuestLink(tx, needs, principal, {
      meeting,
      board,
      guest: { ...named, quality: specialty, email },
      token,
    });
    await notify(tx, 'facts_changed', `meeting:${meetingId}`);
    await sessions.endAllOf(tx, accountId, principal);
    await audit.record(
      tx,
      'guest.invited',
      { ...principal, subject: `meeting:${meetingId}` },
      { guestId, renewed: true },
    );
  });
}
