import { and, eq, lt } from 'drizzle-orm';
import * as Y from 'yjs';
import { documentSnapshots } from '@concertation/schema';
import type { Database } from '../../database/index.ts';
import { emptyHead, hashEntry, sameHash } from '../journal/entry.ts';
import { applyStored } from './apply-stored.ts';
import { headOf, readStored, type Stored } from './read-stored.ts';

function refuseBrokenChain(document: string, { snapshot, tail }: Stored): void {
  let head = snapshot ?? emptyHead;
  for (const row of tail) {
    if (row.position !== head.position + 1 || !sameHash(hashEntry(head, row), row.hash))
      throw new Error(`the journal of ${document} is broken at position ${head.position + 1}: not folded`);
    head = row;
  }
}

/**
 * Folds a document's journal into a snapshot, in one transaction: exactly the rows that are in the database, read there,
 * whatever memory holds. The rows stay; opening reads fewer of them. Returns the position folded through, or null when
 * there was nothing to fold. Throws on a broken chain.
 */
export async function foldDocument(database: Pick<Database, 'transaction'>, document: string): Promise<number | null> {
  return database.transaction(async (tx) => {
    const stored = await readStored(tx, document);
    if (stored.tail.length === 0) return null;
    refuseBrokenChain(document, stored);
    const folded = new Y.Doc();
    try {
      applyStored(folded, stored);
      const { position, hash } = headOf(stored);
      const tailBytes = stored.tail.reduce((sum, { update }) => sum + update.byteLength, 0);
      await tx
        .insert(documentSnapshots)
        .values({
          document,
          throughPosition: position,
          state: Y.encodeStateAsUpdate(folded),
          hash,
          createdAt: new Date(),
          updateBytes: (stored.snapshot?.updateBytes ?? 0) + tailBytes,
        })
        .onConflictDoNothing();
      await tx
        .delete(documentSnapshots)
        .where(and(eq(documentSnapshots.document, document), lt(documentSnapshots.throughPosition, position)));
      return position;
    } finally {
      folded.destroy();
    }
  });
}
