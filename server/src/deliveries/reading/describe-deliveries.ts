import { desc, inArray } from 'drizzle-orm';
import { deliveryNotices } from '@concertation/schema';
import type { Delivery } from '@concertation/shared/contracts';
import type { Executor } from '../../database/index.ts';
import type { DeliveryRow } from '../delivery-rows.ts';

/** Failures that came back with a code. */
const coded: readonly Delivery['failure'][] = ['refused', 'undelivered', 'not_integrated', 'unreachable'];

/** The latest code that came back for some deliveries, in one query. */
async function codesOf(executor: Executor, deliveryIds: string[]): Promise<Map<string, string>> {
  if (deliveryIds.length === 0) return new Map();
  const rows = await executor
    .selectDistinctOn([deliveryNotices.deliveryId])
    .from(deliveryNotices)
    .where(inArray(deliveryNotices.deliveryId, deliveryIds))
    .orderBy(deliveryNotices.deliveryId, desc(deliveryNotices.receivedAt), desc(deliveryNotices.messageId));
  return new Map(rows.flatMap(({ deliveryId, code }) => (code === null ? [] : [[deliveryId, code] as const])));
}

/** Deliveries as people see them, in the order given. */
export async function describeDeliveries(executor: Executor, rows: DeliveryRow[]): Promise<Delivery[]> {
  const failed = rows.filter(({ failure }) => coded.includes(failure));
  const codes = await codesOf(
    executor,
    failed.map(({ id }) => id),
  );
  return rows.map((row) => ({
    deliveryId: row.id,
    reportId: row.reportId,
    role: row.role,
    name: row.name,
    channel: row.channel,
    address: row.address,
    state: row.state,
    failure: row.failure,
    code: coded.includes(row.failure) ? (codes.get(row.id) ?? null) : null,
    sentAt: row.sentAt?.toISOString() ?? null,
    settledAt: row.settledAt?.toISOString() ?? null,
    settlement: row.settlement,
  }));
}
