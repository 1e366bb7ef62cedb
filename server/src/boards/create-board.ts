import { boards } from '@concertation/schema';
import { grant, type Grant } from '../access/index.ts';
import type { Transaction } from '../database/index.ts';
import { newId } from '../lib/index.ts';
import type { BoardMember } from './board-members.ts';
import type { BoardSummary } from './read-boards.ts';

/** Creates a board with its first members. Returns its id and the grants given, for the caller to audit. */
export async function createBoard(
  tx: Transaction,
  { members, ...board }: Omit<BoardSummary, 'boardId'> & { members: BoardMember[] },
): Promise<{ boardId: string; grants: Grant[] }> {
  const boardId = newId();
  await tx.insert(boards).values({ ...board, id: boardId, createdAt: new Date() });
  const grants: Grant[] = [];
  for (const { accountId, role } of members)
    grants.push(
      await grant(tx, {
        subject: { kind: 'board', id: boardId },
        grantee: { kind: 'account', id: accountId },
        role,
        grantedBy: null,
      }),
    );
  return { boardId, grants };
}
