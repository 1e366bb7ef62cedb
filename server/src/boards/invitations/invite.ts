import { and, eq, isNull } from 'drizzle-orm';
import { invitations } from '@concertation/schema';
import type { BoardRole } from '@concertation/shared/access';
import type { Principal } from '../../access/index.ts';
import type { Audit } from '../../audit/index.ts';
import type { Database, Transaction } from '../../database/index.ts';
import { hashToken, newId, newToken } from '../../lib/index.ts';
import type { SendMail } from '../../notifications/index.ts';
import { lockBoard } from '../lock-board.ts';
import { refuseGuests } from './refuse-guests.ts';
import { invitationMail } from './invitation-mail.ts';

export type InvitationNeeds = { database: Database; audit: Audit; sendMail: SendMail; origin: string };

/** To whom, and to what: a board, one meeting of it (`guest`), or the product alone (all three null). */
export type Invitation = {
  email: string;
  boardId: string | null;
  meetingId: string | null;
  role: BoardRole | null;
};

const days = 14;
const dayMs = 86_400_000;

/** The invitation of this address to the same thing that was not accepted yet. Without a board, the same person's. */
async function pendingId(tx: Transaction, invitedBy: string, invitation: Invitation): Promise<string | null> {
  const { email, boardId, meetingId } = invitation;
  const [row] = await tx
    .select({ id: invitations.id })
    .from(invitations)
    .where(
      and(
        eq(invitations.email, email),
        isNull(invitations.acceptedAt),
        boardId ? eq(invitations.boardId, boardId) : isNull(invitations.boardId),
        boardId ? undefined : eq(invitations.invitedBy, invitedBy),
        meetingId ? eq(invitations.meetingId, meetingId) : isNull(invitations.meetingId),
      ),
    )
    .for('update');
  return row?.id ?? null;
}

/**
 * Invites an address by e-mail, for 14 days. Inviting it to the same thing again renews: a new link, and the old one
 * opens nothing more. Whether the address has an account is never said. Throws `wrong_state` for a guest of a board
 * that admits none. Source: SC-25, SC-32, OO-24.
 */
export async function invite(
  { database, audit, sendMail, origin }: InvitationNeeds,
  principal: Principal,
  invitation: Invitation,
): Promise<{ invitationId: string }> {
  const { email, boardId, meetingId, role } = invitation;
  return database.transaction(async (tx) => {
    const board = boardId ? await lockBoard(tx, boardId) : null;
    refuseGuests(board, role);
    const token = newToken();
    const createdAt = new Date();
    const given = {
      tokenHash: hashToken(token),
      role,
      invitedBy: principal.accountId,
      createdAt,
      expiresAt: new Date(createdAt.getTime() + days * dayMs),
    };
    const known = await pendingId(tx, principal.accountId, invitation);
    const invitationId = known ?? newId();
    if (known) await tx.update(invitations).set(given).where(eq(invitations.id, known));
    else await tx.insert(invitations).values({ ...given, id: invitationId, email, boardId, meetingId });
    await sendMail(
      tx,
      invitationMail({
        recipient: email,
        by: principal.name,
        boardName: board?.name ?? null,
        toMeeting: meetingId !== null,
        role,
        link: `${origin}/invitation/${token}`,
        days,
      }),
    );
    const subject = meetingId ? `meeting:${meetingId}` : boardId ? `board:${boardId}` : null;
    await audit.record(
      tx,
      'invitation.sent',
      { ...principal, subject },
      { invitationId, role, renewed: known !== null },
    );
    return { invitationId };
  });
}
