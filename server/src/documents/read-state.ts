import * as Y from 'yjs';
import type { DocumentName } from '@concertation/shared/domain';
import type { Executor } from '../database/index.ts';
import { applyStored } from './snapshots/apply-stored.ts';
import { headOf, readStored } from './snapshots/read-stored.ts';

/**
 * A document as it is stored: its state as one Yjs update, and the journal position it reaches. What people are typing
 * right now is not in it until it is durable: ask `LiveDocuments.flushed` or `seal` before.
 */
export async function readState(
  executor: Executor,
  name: DocumentName,
): Promise<{ state: Uint8Array; position: number }> {
  const stored = await readStored(executor, name);
  const document = new Y.Doc();
  try {
    applyStored(document, stored);
    return { state: Y.encodeStateAsUpdate(document), position: headOf(stored).position };
  } finally {
    document.destroy();
  }
}
