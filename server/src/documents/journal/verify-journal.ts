import type { Executor } from '../../database/index.ts';
import { walkJournal } from './walk-journal.ts';

/**
 * Walks a document's whole chain. `brokenAt` is the position of the first row that is altered or that follows a missing
 * one; null when the chain holds. Rows cut from the end are found by comparing `rows` with an earlier count.
 */
export async function verifyJournal(
  executor: Executor,
  document: string,
): Promise<{ rows: number; brokenAt: number | null }> {
  let rows = 0;
  for await (const { row, holds } of walkJournal(executor, document)) {
    if (!holds) return { rows, brokenAt: rows + 1 };
    rows = row.position;
  }
  return { rows, brokenAt: null };
}
