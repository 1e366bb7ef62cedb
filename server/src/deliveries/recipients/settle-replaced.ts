import { and, inArray } from 'drizzle-orm';
import { deliveries } from '@concertation/schema';
import { notify, type Transaction } from '../../database/index.ts';
import type { DeliveryRow } from '../delivery-rows.ts';

/**
 * Of a version that is replaced, what is on its way or failed goes no further: the next version goes to the same people.
 * Nobody settled it, and it has no words. Returns the ids. Rule DLV-10.
 */
export async function settleReplaced(tx: Transaction, previous: DeliveryRow[]): Promise<string[]> {
  const ids = previous.map(({ id }) => id);
  if (ids.length === 0) return [];
  const settled = await tx
    .update(deliveries)
    .set({ state: 'settled', failure: null, settledAt: new Date() })
    .where(and(inArray(deliveries.id, ids), inArray(deliveries.state, ['waiting', 'failed'])))
    .returning({ id: deliveries.id, reportId: deliveries.reportId });
  for (const reportId of new Set(settled.map((row) => row.reportId)))
    await notify(tx, 'facts_changed', `report:${reportId}`);
  return settled.map(({ id }) => id);
}
