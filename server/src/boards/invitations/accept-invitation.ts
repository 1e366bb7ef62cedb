import { eq } from 'drizzle-orm';
import { invitations } from '@concertation/schema';
import { boardRoles, type BoardRole } from '@concertation/shared/access';
import { grant, type Principal } from '../../access/index.ts';
import type { Audit } from '../../audit/index.ts';
import { type Database, notify, type Transaction } from '../../database/index.ts';
import { AppError, hashToken } from '../../lib/index.ts';
import { lockBoard } from '../lock-board.ts';
import { boardMembers } from '../members/board-members.ts';
import { giveRole } from '../members/give-role.ts';

type Row = typeof invitations.$inferSelect;
type Acting = { tx: Transaction; audit: Audit };

/** The board first, as who renews an invitation does: two that wait for each other would both fail. */
async function lockInvitation(
  tx: Transaction,
  tokenHash: string,
): Promise<{ row: Row; board: Awaited<ReturnType<typeof lockBoard>> | null }> {
  const [known] = await tx.select().from(invitations).where(eq(invitations.tokenHash, tokenHash));
  const board = known?.boardId ? await lockBoard(tx, known.boardId) : null;
  const [row] = await tx.select().from(invitations).where(eq(invitations.tokenHash, tokenHash)).for('update');
  if (!row) throw new AppError('invitation_ended');
  return { row, board };
}

/** A board's invitation only ever adds: a coordinator who follows a link meant for a member stays coordinator. */
async function joinBoard(acting: Acting, principal: Principal, boardId: string, role: BoardRole): Promise<void> {
  const { accountId } = principal;
  const rank = (one: BoardRole) => boardRoles.indexOf(one);
  const held = (await boardMembers(acting.tx, boardId)).filter((member) => member.accountId === accountId);
  if (held.every((member) => rank(member.role) > rank(role)))
    await giveRole(acting, principal, { boardId, accountId, role });
}

async function joinMeeting({ tx, audit }: Acting, principal: Principal, row: Row, meetingId: string): Promise<void> {
  const { accountId } = principal;
  await grant(tx, {
    subject: { kind: 'meeting', id: meetingId },
    grantee: { kind: 'account', id: accountId },
    role: 'guest',
    grantedBy: row.invitedBy,
  });
  await notify(tx, 'facts_changed', `meeting:${meetingId}`);
  await audit.record(
    tx,
    'grant.given',
    { ...principal, subject: `meeting:${meetingId}` },
    { role: 'guest', granteeKind: 'account', granteeId: accountId },
  );
}

/**
 * Accepts an invitation: gives its role on the board, or makes a guest of the meeting. By the same account again, it
 * changes nothing more. Throws `invitation_ended` when it expired, was withdrawn or renewed, was accepted by somebody
 * else, or is a guest's on a board that admits none any more.
 */
export async function acceptInvitation(
  { database, audit }: { database: Database; audit: Audit },
  principal: Principal,
  token: string,
): Promise<{ boardId: string | null; meetingId: string | null }> {
  return database.transaction(async (tx) => {
    const { row, board } = await lockInvitation(tx, hashToken(token));
    const { boardId, meetingId } = row;
    if (row.acceptedBy === principal.accountId) return { boardId, meetingId };
    if (row.acceptedBy || row.expiresAt <= new Date()) throw new AppError('invitation_ended');
    if (board && row.role === 'guest' && !board.admitsGuests) throw new AppError('invitation_ended');
    await tx
      .update(invitations)
      .set({ acceptedBy: principal.accountId, acceptedAt: new Date() })
      .where(eq(invitations.id, row.id));
    if (meetingId) await joinMeeting({ tx, audit }, principal, row, meetingId);
    else if (boardId && row.role) await joinBoard({ tx, audit }, principal, boardId, row.role as BoardRole);
    const subject = meetingId ? `meeting:${meetingId}` : boardId ? `board:${boardId}` : null;
    await audit.record(tx, 'invitation.accepted', { ...principal, subject }, { invitationId: row.id });
    return { boardId, meetingId };
  });
}
