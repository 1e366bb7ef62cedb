import { eq } from 'drizzle-orm';
import { documents } from '@concertation/schema';
import type { DocumentName } from '@concertation/shared/domain';
import { notify, type Executor, type Transaction } from '../database/index.ts';

/** Whether a document is sealed; null when there is no such document. */
export async function readDocument(executor: Executor, name: DocumentName): Promise<{ sealed: boolean } | null> {
  const [row] = await executor.select({ sealedAt: documents.sealedAt }).from(documents).where(eq(documents.name, name));
  return row ? { sealed: row.sealedAt !== null } : null;
}

/** Seals a document for good, in the caller's transaction: from its commit every channel of it only reads (rule SYNC-15). */
export async function markSealed(tx: Transaction, name: DocumentName): Promise<void> {
  await tx.update(documents).set({ sealedAt: new Date() }).where(eq(documents.name, name));
  await notify(tx, 'document_sealed', name);
}
