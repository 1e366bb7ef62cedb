import { documents, documentUpdates } from '@concertation/schema';
import { parseDocumentName, type DocumentName } from '@concertation/shared/domain';
import type { Transaction } from '../database/index.ts';
import { emptyHead, hashEntry } from './journal/entry.ts';
import { seedState } from './rich-text/seed-state.ts';

/**
 * Creates a document with its seed as the journal's first row, in the caller's transaction; or with the state of another
 * document of its kind, which holds the seed. Created twice it is created once.
 */
export async function createDocument(tx: Transaction, name: DocumentName, state?: Uint8Array): Promise<void> {
  const parsed = parseDocumentName(name);
  if (!parsed) throw new Error('not a document name');
  const now = new Date();
  const created = await tx
    .insert(documents)
    .values({ name, kind: parsed.kind, createdAt: now })
    .onConflictDoNothing()
    .returning();
  if (created.length === 0) return;
  const seed = {
    document: name,
    accountId: null,
    connectionId: null,
    receivedAt: now,
    update: state ?? seedState(parsed.kind),
  };
  await tx.insert(documentUpdates).values({ ...seed, position: 1, hash: hashEntry(emptyHead, seed) });
}
