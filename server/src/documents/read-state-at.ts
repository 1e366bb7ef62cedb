import { and, asc, eq, lte } from 'drizzle-orm';
import * as Y from 'yjs';
import { documentUpdates } from '@concertation/schema';
import type { DocumentName } from '@concertation/shared/domain';
import type { Executor } from '../database/index.ts';
import { applyStored } from './snapshots/apply-stored.ts';

/**
 * A document as it was at an instant, as one Yjs update: what had been received until then. Read from the journal's
 * rows, which stay for ever; the state of a document that did not exist yet is empty.
 */
export async function readStateAt(executor: Executor, name: DocumentName, instant: Date): Promise<Uint8Array> {
  const tail = await executor
    .select()
    .from(documentUpdates)
    .where(and(eq(documentUpdates.document, name), lte(documentUpdates.receivedAt, instant)))
    .orderBy(asc(documentUpdates.position));
  const document = new Y.Doc();
  try {
    applyStored(document, { snapshot: null, tail });
    return Y.encodeStateAsUpdate(document);
  } finally {
    document.destroy();
  }
}
