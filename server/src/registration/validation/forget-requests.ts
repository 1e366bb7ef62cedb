import { eq } from 'drizzle-orm';
import { validationRequests } from '@concertation/schema';
import type { Transaction } from '../../database/index.ts';
import { removeProof } from '../../files/index.ts';
import { endRequest } from './request-rows.ts';

/**
 * Erases what somebody wrote and sent to be validated: messages, reasons, proofs; requests that wait end. That each was
 * decided stays, as in the audit. `by`: who erases. Source: GDPR art. 17.
 */
export async function forgetRequests(tx: Transaction, accountId: string, by: string): Promise<void> {
  const mine = eq(validationRequests.accountId, accountId);
  const requests = await tx.select().from(validationRequests).where(mine).for('update');
  for (const { id, state, fileId } of requests) {
    if (state === 'waiting') await endRequest(tx, id, { state: 'withdrawn' });
    if (fileId) await removeProof(tx, { accountId, fileId }, by);
  }
  await tx.update(validationRequests).set({ message: '', reason: null }).where(mine);
}
