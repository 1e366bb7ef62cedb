import * as Y from 'yjs';
import type { DocumentName } from '@concertation/shared/domain';
import type { Executor } from '../database/index.ts';
import { applyStored } from './snapshots/apply-stored.ts';
import type { Head } from './journal/entry.ts';
import { headOf, readStored } from './snapshots/read-stored.ts';

/**
 * A document as it is stored: its state as one Yjs update, and the end of its journal. What people are typing
 * right now is not in it until it is durable: ask `LiveDocuments.flushed` or `seal` before.
 */
export async function readState(executor: Executor, name: DocumentName): Promise<{ state: Uint8Array } & Head> {
  const stored = await readStored(executor, name);
  const document = new Y.Doc();
  try {
    applyStored(document, stored);
    return { state: Y.encodeStateAsUpdate(document), ...headOf(stored) };
  } finally {
    document.destroy();
  }
}
