import { eq } from 'drizzle-orm';
import { opinions } from '@concertation/schema';
import type { Transaction } from '../database/index.ts';

/** Erases the answers that somebody was writing and never sent: another member of the platform may then answer. */
export async function dropOpinionDrafts(tx: Transaction, accountId: string): Promise<void> {
  await tx.update(opinions).set({ draft: '', draftBy: null }).where(eq(opinions.draftBy, accountId));
}
