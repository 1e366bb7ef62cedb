import { desc, eq, sql } from 'drizzle-orm';
import { erasureRequests } from '@concertation/schema';
import type { Erasure } from '@concertation/shared/contracts';
import type { Executor, Transaction } from '../../database/index.ts';

export type ErasureRow = typeof erasureRequests.$inferSelect;

/** A row as its person sees it. */
export const toErasure = ({ id, state, askedAt, decidedAt, reason }: ErasureRow): Erasure => ({
  requestId: id,
  state: state as Erasure['state'],
  askedAt: askedAt.toISOString(),
  decidedAt: decidedAt?.toISOString() ?? null,
  reason,
});

/** The latest request of an account; null: none yet. */
export async function latestErasure(executor: Executor, accountId: string): Promise<ErasureRow | null> {
  const [row] = await executor
    .select()
    .from(erasureRequests)
    .where(eq(erasureRequests.accountId, accountId))
    .orderBy(desc(erasureRequests.askedAt), desc(erasureRequests.id))
    .limit(1);
  return row ?? null;
}

/** One at a time for an account: asking, taking back and deciding wait for each other. */
export async function holdErasures(tx: Transaction, accountId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`erasure:${accountId}`}))`);
}
