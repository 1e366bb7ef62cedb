import { eq } from 'drizzle-orm';
import { caseCorrespondents } from '@concertation/schema';
import type { Transaction } from '../../database/index.ts';

/**
 * An account that is erased is no longer one of its patients' correspondents: their name stays with the record, their
 * account and their address go. Rules PER-8, PER-9.
 */
export async function forgetCorrespondent(tx: Transaction, accountId: string): Promise<void> {
  await tx
    .update(caseCorrespondents)
    .set({ accountId: null, address: null })
    .where(eq(caseCorrespondents.accountId, accountId));
}
