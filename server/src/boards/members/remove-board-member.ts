import type { Principal } from '../../access/index.ts';
import type { Audit } from '../../audit/index.ts';
import type { Database } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';
import { lockBoard } from '../lock-board.ts';
import { giveRole } from './give-role.ts';

/**
 * Takes somebody out of a board: they reach at once nothing of what it was given, channels that are open included.
 * Throws `not_found` when they are not in it, `last_administrator` for its only coordinator.
 */
export async function removeBoardMember(
  { database, audit }: { database: Database; audit: Audit },
  principal: Principal,
  { boardId, accountId }: { boardId: string; accountId: string },
): Promise<void> {
  await database.transaction(async (tx) => {
    await lockBoard(tx, boardId);
    const held = await giveRole({ tx, audit }, principal, { boardId, accountId, role: null });
    if (held.length === 0) throw new AppError('not_found');
  });
}
