import { and, inArray, ne, or, eq, sql, type SQL } from 'drizzle-orm';
import { boards } from '@concertation/schema';
import { foldText } from '@concertation/shared/domain';
import type { Executor } from '../database/index.ts';
import { subjectsAllowing } from '../access/index.ts';
import { type BoardFacts, toBoardFacts } from './read-boards.ts';

const listed = 50;

/** Below this likeness, from 0 to 1, a word is another word: « digestiv » is « digestif », « cardiologie » is not « neurologie ». */
const likeness = 0.4;

/** How well a word, folded, is found in a board's search text: 1 when it is part of it, else its likeness to a word of it. */
const found = (word: string): SQL<number> =>
  sql`case when strpos(${boards.searchText}, ${word}) > 0 then 1 else strict_word_similarity(${word}, ${boards.searchText}) end`;

/**
 * Boards that an account may present to: those it belongs to, and unless `mine`, those that are published. Every word
 * of `search` must be found in the name, field, place or organisations, accents and typos tolerated; the best found
 * come first, else the account's own, then by name. At most 50, in two queries. Source: SC-61, SC-62.
 */
export async function searchBoards(
  executor: Executor,
  accountId: string,
  { search = '', mine, kind }: { search?: string; mine: boolean; kind?: 'meeting' | 'opinion_platform' },
): Promise<BoardFacts[]> {
  const words = foldText(search).split(' ').filter(Boolean);
  if (search.trim() !== '' && words.length === 0) return [];
  const own = await subjectsAllowing(executor, accountId, 'board', 'board.read');
  const isOwn = own.length > 0 ? inArray(boards.id, own) : sql`false`;
  const isPlatform = eq(boards.kind, 'opinion_platform');
  const rows = await executor
    .select()
    .from(boards)
    .where(
      and(
        mine ? isOwn : or(isOwn, boards.published),
        kind === undefined ? undefined : kind === 'opinion_platform' ? isPlatform : ne(boards.kind, 'opinion_platform'),
        ...words.map((word) => sql`${found(word)} >= ${likeness}`),
      ),
    )
    .orderBy(
      ...(words.length > 0 ? [sql`${sql.join(words.map(found), sql` + `)} desc`] : []),
      // PostgreSQL orders by no constant: who is in no board has none to put first.
      ...(own.length > 0 ? [sql`${isOwn} desc`] : []),
      sql`lower(${boards.name})`,
      boards.id,
    )
    .limit(listed);
  return rows.map(toBoardFacts);
}
