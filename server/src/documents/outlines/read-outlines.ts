import { inArray, sql } from 'drizzle-orm';
import * as Y from 'yjs';
import { documentOutlines } from '@concertation/schema';
import { type DocumentName, parseDocumentName } from '@concertation/shared/domain';
import type { Executor } from '../../database/index.ts';
import { applyStored } from '../snapshots/apply-stored.ts';
import { readStoredAll } from '../snapshots/read-stored-all.ts';
import type { Stored } from '../snapshots/read-stored.ts';
import { outlineOf } from './outline-of.ts';
import { type Outline, storeOutlines } from './write-outline.ts';

/** When the last row of each document came; one without rows is absent. */
async function lastRows(executor: Executor, names: DocumentName[]): Promise<Map<string, Date>> {
  const rows = await executor.execute<{ name: string; at: string }>(sql`
    select asked.name, last.received_at::text as at from jsonb_array_elements_text(${JSON.stringify(names)}::jsonb) as asked (name)
      cross join lateral (
        select received_at from document_updates where document = asked.name order by position desc limit 1
      ) as last`);
  return new Map(rows.map(({ name, at }) => [name, new Date(at)]));
}

function outlineOfStored(name: DocumentName, stored: Stored): Set<string> {
  const parsed = parseDocumentName(name);
  const document = new Y.Doc();
  try {
    applyStored(document, stored);
    return parsed ? outlineOf(document, parsed.kind) : new Set();
  } finally {
    document.destroy();
  }
}

/**
 * Which sections and fields of some documents hold words, by document; nothing for a document that does not exist. Two
 * queries when every outline is up to date. The others — written without a live channel, or just before a crash — are
 * made again from what is stored, all together, and kept.
 */
export async function readOutlines(executor: Executor, names: DocumentName[]): Promise<Map<DocumentName, Set<string>>> {
  if (names.length === 0) return new Map();
  const last = await lastRows(executor, names);
  const rows = await executor.select().from(documentOutlines).where(inArray(documentOutlines.document, names));
  const known = new Map(rows.map((row) => [row.document, row]));
  const late = names.filter((name) => {
    const at = last.get(name);
    const outline = known.get(name);
    return at !== undefined && (outline === undefined || outline.updatedAt < at);
  });
  const stored = await readStoredAll(executor, late);
  const made = [...stored].map(([name, content]): Outline => ({
    name: name as DocumentName,
    filled: outlineOfStored(name as DocumentName, content),
    at: content.tail.at(-1)?.receivedAt ?? (last.get(name) as Date),
  }));
  await storeOutlines(executor, made);
  const fresh = new Map(made.map(({ name, filled }) => [name, filled]));
  return new Map(names.map((name) => [name, fresh.get(name) ?? new Set(known.get(name)?.filled)]));
}
