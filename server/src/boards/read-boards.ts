import { inArray } from 'drizzle-orm';
import type { z } from 'zod';
import { boards } from '@concertation/schema';
import type { BoardSettings, boardSummary } from '@concertation/shared/contracts';
import type { Executor } from '../database/index.ts';
import { AppError } from '../lib/index.ts';

export type BoardSummary = z.infer<typeof boardSummary>;

/** Boards by id, in one query. An id that names none is absent from the map. */
export async function readBoards(executor: Executor, boardIds: string[]): Promise<Map<string, BoardSummary>> {
  if (boardIds.length === 0) return new Map();
  const rows = await executor.select().from(boards).where(inArray(boards.id, boardIds));
  return new Map(
    rows.map(({ id, name, kind, organisation }) => [
      id,
      { boardId: id, name, kind: kind as BoardSummary['kind'], organisation },
    ]),
  );
}

/** What a board decides about its meetings and the cases presented to it. */
export type BoardFacts = BoardSummary & Omit<BoardSettings, 'organisationIds'> & { revision: number };

/** A row as the rest of the product knows it. */
export const toBoardFacts = (row: typeof boards.$inferSelect): BoardFacts => {
  const { id, createdAt: _created, searchText: _search, ...facts } = row;
  return { ...facts, boardId: id } as BoardFacts;
};

/** The same boards with all that they decide, in one query. */
export async function readBoardFacts(executor: Executor, boardIds: string[]): Promise<Map<string, BoardFacts>> {
  if (boardIds.length === 0) return new Map();
  const rows = await executor.select().from(boards).where(inArray(boards.id, boardIds));
  return new Map(rows.map((row) => [row.id, toBoardFacts(row)]));
}

/** One board with all that it decides. Throws `not_found`. */
export async function readBoard(executor: Executor, boardId: string): Promise<BoardFacts> {
  const facts = (await readBoardFacts(executor, [boardId])).get(boardId);
  if (!facts) throw new AppError('not_found');
  return facts;
}
