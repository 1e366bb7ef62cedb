import type { DocumentName } from '@concertation/shared/domain';
import type { Executor } from '../../database/index.ts';
import type { Row } from './entry.ts';
import { walkJournal } from './walk-journal.ts';

/** A journal of which a row was altered, or removed, or is missing at the end. */
export class JournalAltered extends Error {
  constructor(document: string, position: number) {
    super(`the journal of ${document} does not hold at row ${position}`);
    this.name = 'JournalAltered';
  }
}

/**
 * The rows of a document's journal up to a position, in order, once their chain was checked; `hash`: what the last of
 * them was known to have, hexadecimal. Throws JournalAltered.
 */
export async function readJournal(
  executor: Executor,
  document: DocumentName,
  through: number,
  hash: string | null = null,
): Promise<Row[]> {
  const rows: Row[] = [];
  if (through === 0) return rows;
  for await (const { row, holds } of walkJournal(executor, document)) {
    if (!holds) throw new JournalAltered(document, rows.length + 1);
    rows.push(row);
    if (rows.length < through) continue;
    if (hash !== null && Buffer.from(row.hash).toString('hex') !== hash) break;
    return rows;
  }
  throw new JournalAltered(document, Math.min(rows.length + 1, through));
}
