import { eq, lt, sql } from 'drizzle-orm';
import type * as Y from 'yjs';
import { documentOutlines } from '@concertation/schema';
import { type DocumentName, parseDocumentName } from '@concertation/shared/domain';
import type { Executor } from '../../database/index.ts';
import { outlineOf } from './outline-of.ts';

/** An outline as it was at an instant: the receipt of the last update that it counts. */
export type Outline = { name: DocumentName; filled: Set<string>; at: Date };

const same = (one: Iterable<string>, other: ReadonlySet<string>): boolean => {
  const held = [...one];
  return held.length === other.size && held.every((key) => other.has(key));
};

/** Keeps outlines, in one statement; an older one never replaces a newer one. */
export async function storeOutlines(executor: Executor, outlines: Outline[]): Promise<void> {
  if (outlines.length === 0) return;
  // Always in the same order: two readers who make the same outlines again do not wait for one another in a circle.
  const rows = outlines
    .map(({ name, filled, at }) => ({ document: name, filled: [...filled], updatedAt: at }))
    .sort((a, b) => (a.document < b.document ? -1 : 1));
  await executor
    .insert(documentOutlines)
    .values(rows)
    .onConflictDoUpdate({
      target: documentOutlines.document,
      set: { filled: sql`excluded.filled`, updatedAt: sql`excluded.updated_at` },
      setWhere: lt(documentOutlines.updatedAt, sql`excluded.updated_at`),
    });
}

/**
 * Writes which sections and fields of a live document hold words. Says whether that changed since it was last written.
 * The caller has made everything in the document durable before.
 */
export async function writeOutline(executor: Executor, name: DocumentName, document: Y.Doc): Promise<boolean> {
  const parsed = parseDocumentName(name);
  if (!parsed) throw new Error('not a document name');
  const at = new Date();
  const filled = outlineOf(document, parsed.kind);
  const [known] = await executor
    .select({ filled: documentOutlines.filled })
    .from(documentOutlines)
    .where(eq(documentOutlines.document, name));
  await storeOutlines(executor, [{ name, filled, at }]);
  return known === undefined || !same(known.filled, filled);
}
