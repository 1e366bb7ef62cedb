import type { BoardRole } from '@concertation/shared/access';
import type { Principal } from '../../access/index.ts';
import type { Audit } from '../../audit/index.ts';
import { findColleagues } from '../../auth/index.ts';
import type { Database } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';
import type { Tell } from '../../notifications/index.ts';
import { lockBoard } from '../lock-board.ts';
import { giveRole } from './give-role.ts';

export type MemberNeeds = { database: Database; audit: Audit; tell: Tell };

/**
 * Gives somebody one role on a board, in place of another, and tells who was not in it yet. Throws `invalid` when the
 * account is nobody, `wrong_state` for a guest where none is admitted, `last_administrator` when the board would be
 * left without a coordinator. Source: SC-98, OO-27.
 */
export async function setBoardMember(
  { database, audit, tell }: MemberNeeds,
  principal: Principal,
  { boardId, accountId, role }: { boardId: string; accountId: string; role: BoardRole },
): Promise<void> {
  await database.transaction(async (tx) => {
    const { name, admitsGuests } = await lockBoard(tx, boardId);
    if (!(await findColleagues(tx, [accountId])).has(accountId))
      throw new AppError('invalid', { fields: [{ field: 'accountId', problem: 'unknown' }] });
    if (role === 'guest' && !admitsGuests) throw new AppError('wrong_state');
    const held = await giveRole({ tx, audit }, principal, { boardId, accountId, role });
    if (held.length === 0 && accountId !== principal.accountId)
      await tell(tx, {
        to: [accountId],
        kind: 'member_added',
        about: { boardId, boardName: name, by: principal.name },
      });
  });
}
