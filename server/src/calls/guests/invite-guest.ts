import { and, eq, isNull } from 'drizzle-orm';
import { guestLinks } from '@concertation/schema';
import type { NewGuest } from '@concertation/shared/contracts';
import { grant, type Principal } from '../../access/index.ts';
import { createGuest, renameGuest } from '../../auth/index.ts';
import { notify, type Transaction } from '../../database/index.ts';
import { hashToken, newId, newToken } from '../../lib/index.ts';
import type { GuestNeeds } from './guest-needs.ts';
import { lockForGuests, sendGuestLink } from './send-guest-link.ts';

type Link = typeof guestLinks.$inferSelect;

async function linkOf(tx: Transaction, meetingId: string, email: string): Promise<Link | undefined> {
  const [row] = await tx
    .select()
    .from(guestLinks)
    .where(and(eq(guestLinks.meetingId, meetingId), eq(guestLinks.email, email), isNull(guestLinks.withdrawnAt)))
    .for('update');
  return row;
}

/** The account of a new guest, who sees this meeting. */
async function admit(tx: Transaction, principal: Principal, meetingId: string, guest: NewGuest): Promise<string> {
  const { title, givenName, familyName, quality: specialty } = guest;
  const accountId = await createGuest(tx, { title, givenName, familyName, specialty, guestOf: meetingId });
  await grant(tx, {
    subject: { kind: 'meeting', id: meetingId },
    grantee: { kind: 'account', id: accountId },
    role: 'guest',
    grantedBy: principal.accountId,
  });
  return accountId;
}

/**
 * Invites somebody without an account to one meeting, by a personal link: who invites vouches for their name and
 * quality. Inviting the same address again renews the link and corrects the name. Throws `wrong_state` once the meeting
 * is over, and where the board admits no guest. Source: CM-08, CM-32; rules GST-1, GST-2.
 */
export async function inviteGuest(
  needs: GuestNeeds,
  principal: Principal,
  meetingId: string,
  guest: NewGuest,
): Promise<{ guestId: string }> {
  const { database, audit, sessions } = needs;
  return database.transaction(async (tx) => {
    const { meeting, board } = await lockForGuests(tx, meetingId);
    const known = await linkOf(tx, meetingId, guest.email);
    const token = newToken();
    const given = { tokenHash: hashToken(token), invitedBy: principal.accountId, createdAt: new Date() };
    const guestId = known?.id ?? newId();
    const accountId = known?.accountId ?? (await admit(tx, principal, meetingId, guest));
    if (known) {
      await renameGuest(tx, accountId, { ...guest, specialty: guest.quality });
      await tx.update(guestLinks).set(given).where(eq(guestLinks.id, known.id));
    } else await tx.insert(guestLinks).values({ ...given, id: guestId, meetingId, accountId, email: guest.email });
    await sendGuestLink(tx, needs, principal, { meeting, board, guest, token });
    await notify(tx, 'facts_changed', `meeting:${meetingId}`);
    const scope = { ...principal, subject: `meeting:${meetingId}` };
    if (known) await sessions.endAllOf(tx, accountId, principal);
    else {
      const details = { role: 'guest', granteeKind: 'account', granteeId: accountId };
      await audit.record(tx, 'grant.given', scope, details);
    }
    await audit.record(tx, 'guest.invited', scope, { guestId, renewed: known !== undefined });
    return { guestId };
  });
}
