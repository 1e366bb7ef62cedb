import { and, eq, inArray } from 'drizzle-orm';
import { files } from '@concertation/schema';
import type { Transaction } from '../../database/index.ts';
import type { ProofFile } from '../file-rows.ts';

/**
 * Takes a proof away, once it was decided or taken back: nobody looks at it any more, and its bytes are removed 30 days
 * later by the sweep. One that is gone already stays so. `by`: the account that decided. Source: SC-23.
 */
export async function removeProof(tx: Transaction, { accountId, fileId }: ProofFile, by: string | null): Promise<void> {
  await tx
    .update(files)
    .set({ state: 'removed', removedAt: new Date(), removedBy: by })
    .where(
      and(
        eq(files.id, fileId),
        eq(files.accountId, accountId),
        inArray(files.state, ['checking', 'ready', 'quarantined']),
      ),
    );
}
