import { accountsBeside, accountsOn } from '../access/index.ts';
import type { Executor } from '../database/index.ts';
import { readBoards } from './read-boards.ts';

/** The names of the boards that an account shares with each other person who sits on one of them. Two queries. Source: SC-32. */
export async function sharedBoards(executor: Executor, accountId: string): Promise<Map<string, string[]>> {
  const beside = await accountsBeside(executor, accountId, 'board');
  const boards = await readBoards(executor, [...new Set(beside.map(({ subjectId }) => subjectId))]);
  const byPerson = Map.groupBy(beside, (held) => held.accountId);
  return new Map(
    [...byPerson].map(([other, held]) => {
      const names = held.flatMap(({ subjectId }) => boards.get(subjectId)?.name ?? []);
      return [other, [...new Set(names)].sort((a, b) => a.localeCompare(b, 'fr'))];
    }),
  );
}

/** Who sits on each of several boards, each once, guests left out, in one query. Source: SC-57. */
export async function membersOfBoards(executor: Executor, boardIds: string[]): Promise<Map<string, string[]>> {
  const held = (await accountsOn(executor, 'board', boardIds)).filter(({ role }) => role !== 'guest');
  const byBoard = Map.groupBy(held, ({ subjectId }) => subjectId);
  return new Map(
    [...byBoard].map(([boardId, members]) => [boardId, [...new Set(members.map(({ accountId }) => accountId))]]),
  );
}
