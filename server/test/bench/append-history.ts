import type { Database } from '../../src/database/index.ts';
import { foldDocument, Journal } from '../../src/documents/index.ts';
import type { Logger } from '../../src/lib/index.ts';
import { typingHistory } from './history.ts';

/** Writes a long history through the product's own journal and folds it, as happens when its last editor leaves. */
export async function appendHistory(
  database: Database,
  log: Logger,
  document: string,
  accountId: string,
  edits: number,
): Promise<void> {
  const journal = new Journal({ sql: database.raw, log, pendingBytes: 512 * 1024 * 1024 });
  let pending = 0;
  for (const update of typingHistory(edits)) {
    journal.append({ document, accountId, connectionId: null, update });
    pending += 1;
    if (pending % 5000 === 0) await journal.flushed(document);
  }
  await journal.flushed(document);
  await foldDocument(database, document);
}
