import { boardAdministrators as administrators, type BoardRole } from '@concertation/shared/access';
import { grantsOn } from '../../access/index.ts';
import type { Executor } from '../../database/index.ts';

export type BoardMember = { accountId: string; role: BoardRole };

/** The members of a board, oldest first; somebody with two roles is there twice. */
export async function boardMembers(executor: Executor, boardId: string): Promise<BoardMember[]> {
  const grants = await grantsOn(executor, { kind: 'board', id: boardId });
  return grants
    .filter(({ grantee }) => grantee.kind === 'account')
    .map(({ grantee, role }) => ({ accountId: grantee.id, role: role as BoardRole }));
}

/** The accounts that prepare and run a board's meetings, each once. Source: SC-30, SC-78. */
export async function boardAdministrators(executor: Executor, boardId: string): Promise<string[]> {
  const members = await boardMembers(executor, boardId);
  const administering = members.filter(({ role }) => (administrators as readonly BoardRole[]).includes(role));
  return [...new Set(administering.map(({ accountId }) => accountId))];
}
