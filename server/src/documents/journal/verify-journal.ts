import { and, asc, eq, gt } from 'drizzle-orm';
import { documentUpdates } from '@concertation/schema';
import type { Executor } from '../../database/index.ts';
import { emptyHead, hashEntry, sameHash } from './entry.ts';

/**
 * Walks a document's whole chain. `brokenAt` is the position of the first row that is altered or that follows a missing
 * one; null when the chain holds. Rows cut from the end are found by comparing `rows` with an earlier count.
 */
export async function verifyJournal(
  executor: Executor,
  document: string,
): Promise<{ rows: number; brokenAt: number | null }> {
  let head = emptyHead;
  for (;;) {
    const rows = await executor
      .select()
      .from(documentUpdates)
      .where(and(eq(documentUpdates.document, document), gt(documentUpdates.position, head.position)))
      .orderBy(asc(documentUpdates.position))
      .limit(1000);
    if (rows.length === 0) return { rows: head.position, brokenAt: null };
    for (const row of rows) {
      const expected = head.position + 1;
      if (row.position !== expected || !sameHash(hashEntry(head, row), row.hash))
        return { rows: head.position, brokenAt: expected };
      head = { position: row.position, hash: row.hash };
    }
  }
}
