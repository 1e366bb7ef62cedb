import { inArray } from 'drizzle-orm';
import type { z } from 'zod';
import { boards } from '@concertation/schema';
import type { boardSummary } from '@concertation/shared/contracts';
import type { Executor } from '../database/index.ts';

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
