import { eq } from 'drizzle-orm';
import { boards } from '@concertation/schema';
import type { BoardSettings } from '@concertation/shared/contracts';
import type { Principal } from '../access/index.ts';
import type { Audit } from '../audit/index.ts';
import type { Database } from '../database/index.ts';
import { AppError } from '../lib/index.ts';
import { lockBoard } from './lock-board.ts';
import { boardColumns } from './settings/board-columns.ts';
import { attachOrganisations, chosenOrganisations } from './settings/board-organisations.ts';

/**
 * Changes a board. Meetings already planned keep the video and the numbers they were planned with (OO-36). Throws
 * `stale` when somebody changed it since `revision`, `invalid` when one of its organisations does not exist.
 */
export async function updateBoard(
  { database, audit }: { database: Database; audit: Audit },
  principal: Principal,
  { boardId, revision, settings }: { boardId: string; revision: number; settings: BoardSettings },
): Promise<void> {
  await database.transaction(async (tx) => {
    if ((await lockBoard(tx, boardId)).revision !== revision) throw new AppError('stale');
    const organisations = await chosenOrganisations(tx, settings.organisationIds);
    const columns = boardColumns(
      settings,
      organisations.map(({ name }) => name),
    );
    await tx
      .update(boards)
      .set({ ...columns, revision: revision + 1 })
      .where(eq(boards.id, boardId));
    await attachOrganisations(
      tx,
      boardId,
      organisations.map(({ organisationId }) => organisationId),
    );
    await audit.record(tx, 'board.changed', { ...principal, subject: `board:${boardId}` }, { revision: revision + 1 });
  });
}
