import { and, asc, eq, gt, isNull } from 'drizzle-orm';
import { invitations } from '@concertation/schema';
import type { BoardRole } from '@concertation/shared/access';
import type { Executor } from '../../database/index.ts';
import { AppError, hashToken } from '../../lib/index.ts';

/** An invitation, to whoever holds its link. `state`: `expired` once its days are over, if nobody accepted it. */
export type InvitationFacts = {
  invitedBy: string;
  boardId: string | null;
  meetingId: string | null;
  role: BoardRole | null;
  state: 'pending' | 'accepted' | 'expired';
};

/** The invitation behind a link. Throws `invitation_ended` for a link that was withdrawn, renewed, or never was. */
export async function readInvitation(executor: Executor, token: string): Promise<InvitationFacts> {
  const [row] = await executor
    .select()
    .from(invitations)
    .where(eq(invitations.tokenHash, hashToken(token)));
  if (!row) throw new AppError('invitation_ended');
  const { invitedBy, boardId, meetingId, role, acceptedAt, expiresAt } = row;
  const state = acceptedAt ? 'accepted' : expiresAt > new Date() ? 'pending' : 'expired';
  return { invitedBy, boardId, meetingId, role: role as BoardRole | null, state };
}

/** A board's invitations that can still be accepted, to it or to one of its meetings, oldest first. */
export async function pendingInvitations(
  executor: Executor,
  boardId: string,
): Promise<{ invitationId: string; email: string; role: BoardRole; meetingId: string | null; expiresAt: Date }[]> {
  const rows = await executor
    .select({
      invitationId: invitations.id,
      email: invitations.email,
      role: invitations.role,
      meetingId: invitations.meetingId,
      expiresAt: invitations.expiresAt,
    })
    .from(invitations)
    .where(and(eq(invitations.boardId, boardId), isNull(invitations.acceptedAt), gt(invitations.expiresAt, new Date())))
    .orderBy(asc(invitations.createdAt), asc(invitations.id));
  return rows.map((row) => ({ ...row, role: (row.role ?? 'member') as BoardRole }));
}
