import { and, asc, eq, gt } from 'drizzle-orm';
import { documentUpdates } from '@concertation/schema';
import type { Executor } from '../../database/index.ts';
import { emptyHead, hashEntry, type Row, sameHash } from './entry.ts';

const pageRows = 1000;

/** Every row of a document's journal, in order, each with whether it follows unaltered from the one before. */
export async function* walkJournal(executor: Executor, document: string): AsyncGenerator<{ row: Row; holds: boolean }> {
  let head = emptyHead;
  for (;;) {
    const rows = await executor
      .select()
      .from(documentUpdates)
      .where(and(eq(documentUpdates.document, document), gt(documentUpdates.position, head.position)))
      .orderBy(asc(documentUpdates.position))
      .limit(pageRows);
    if (rows.length === 0) return;
    for (const row of rows) {
      yield { row, holds: row.position === head.position + 1 && sameHash(hashEntry(head, row), row.hash) };
      head = { position: row.position, hash: row.hash };
    }
  }
}
