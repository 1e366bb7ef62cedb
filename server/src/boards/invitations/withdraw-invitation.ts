import { and, eq, isNull } from 'drizzle-orm';
import { invitations } from '@concertation/schema';
import type { Principal } from '../../access/index.ts';
import type { Audit } from '../../audit/index.ts';
import type { Database } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';

/** Withdraws an invitation of a board: its link opens nothing more. Throws `not_found` once it is accepted or gone. */
export async function withdrawInvitation(
  { database, audit }: { database: Database; audit: Audit },
  principal: Principal,
  { boardId, invitationId }: { boardId: string; invitationId: string },
): Promise<void> {
  await database.transaction(async (tx) => {
    const [row] = await tx
      .delete(invitations)
      .where(and(eq(invitations.id, invitationId), eq(invitations.boardId, boardId), isNull(invitations.acceptedAt)))
      .returning({ id: invitations.id });
    if (!row) throw new AppError('not_found');
    await audit.record(tx, 'invitation.withdrawn', { ...principal, subject: `board:${boardId}` }, { invitationId });
  });
}
