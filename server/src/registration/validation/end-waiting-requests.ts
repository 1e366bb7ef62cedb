import type { Transaction } from '../../database/index.ts';
import { removeProof } from '../../files/index.ts';
import { endRequest, waitingOf } from './request-rows.ts';

/**
 * Ends the requests of an account that was verified by another way, and takes their proofs away. `by`: who verified it;
 * null: the installation itself.
 */
export async function endWaitingRequests(tx: Transaction, accountId: string, by: string | null): Promise<void> {
  for (const { id, fileId } of await waitingOf(tx, accountId)) {
    await endRequest(tx, id, { state: 'withdrawn' });
    if (fileId) await removeProof(tx, { accountId, fileId }, by);
  }
}
