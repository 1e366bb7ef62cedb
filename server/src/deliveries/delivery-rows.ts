import { and, eq, inArray } from 'drizzle-orm';
import { deliveries } from '@concertation/schema';
import type { Delivery } from '@concertation/shared/contracts';
import { type Executor, notify, type Transaction } from '../database/index.ts';
import { AppError } from '../lib/index.ts';

type Row = typeof deliveries.$inferSelect;

/** One signed report on its way to one recipient. */
export type DeliveryRow = Omit<Row, 'role' | 'channel' | 'state' | 'failure'> &
  Pick<Delivery, 'role' | 'channel' | 'state' | 'failure'>;

/** A row whose closed lists are those of the contract, which alone writes them. */
export const toDelivery = (row: Row): DeliveryRow => row as DeliveryRow;

/** The deliveries of some reports, oldest first, in one query. */
export async function deliveriesOf(executor: Executor, reportIds: string[]): Promise<DeliveryRow[]> {
  if (reportIds.length === 0) return [];
  const rows = await executor
    .select()
    .from(deliveries)
    .where(inArray(deliveries.reportId, reportIds))
    .orderBy(deliveries.createdAt, deliveries.id);
  return rows.map(toDelivery);
}

/** One delivery, held until the end of the transaction; null when there is none. */
export async function holdDelivery(tx: Transaction, deliveryId: string): Promise<DeliveryRow | null> {
  const [row] = await tx.select().from(deliveries).where(eq(deliveries.id, deliveryId)).for('update');
  return row ? toDelivery(row) : null;
}

/** One delivery of a report, held until the end of the transaction. Throws `not_found`. */
export async function lockDelivery(
  tx: Transaction,
  { reportId, deliveryId }: { reportId: string; deliveryId: string },
): Promise<DeliveryRow> {
  const row = await holdDelivery(tx, deliveryId);
  if (row?.reportId !== reportId) throw new AppError('not_found');
  return row;
}

/** Changes one delivery, and tells whoever has its report open. */
export async function changeDelivery(
  tx: Transaction,
  { id, reportId }: Pick<DeliveryRow, 'id' | 'reportId'>,
  change: Partial<DeliveryRow>,
): Promise<void> {
  await tx
    .update(deliveries)
    .set(change)
    .where(and(eq(deliveries.id, id), eq(deliveries.reportId, reportId)));
  await notify(tx, 'facts_changed', `report:${reportId}`);
}
