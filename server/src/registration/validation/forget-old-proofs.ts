import { and, eq, lt } from 'drizzle-orm';
import { validationRequests } from '@concertation/schema';
import type { Database } from '../../database/index.ts';
import { removeProof } from '../../files/index.ts';
import { endRequest } from './request-rows.ts';

/** How long the image of somebody's card waits for a decision that nobody takes. */
const waitingDays = 180;

/** Ends the proofs that nobody decided in six months: their image is removed like any other's. Source: GDPR art. 5. */
export async function forgetOldProofs(database: Database, now = new Date()): Promise<void> {
  const before = new Date(now.getTime() - waitingDays * 24 * 3_600_000);
  await database.transaction(async (tx) => {
    const old = await tx
      .select()
      .from(validationRequests)
      .where(
        and(
          eq(validationRequests.kind, 'proof'),
          eq(validationRequests.state, 'waiting'),
          lt(validationRequests.createdAt, before),
        ),
      )
      .for('update', { skipLocked: true });
    for (const { id, accountId, fileId } of old) {
      await endRequest(tx, id, { state: 'withdrawn' });
      if (fileId) await removeProof(tx, { accountId, fileId }, null);
    }
  });
}
