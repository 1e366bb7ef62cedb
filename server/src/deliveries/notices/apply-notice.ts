import { inArray } from 'drizzle-orm';
import { deliveries, deliveryNotices } from '@concertation/schema';
import type { Audit } from '../../audit/index.ts';
import type { Transaction } from '../../database/index.ts';
import { reportPlaces } from '../../reports/index.ts';
import { changeDelivery, holdDelivery } from '../delivery-rows.ts';
import { nextState } from './next-state.ts';
import type { Said } from './notice.ts';

type Notice = { noticeId: string; about: string[]; said: Said[] };

/**
 * Applies a notice, once: to the delivery whose message it names, when it also speaks of the address to which that message
 * went. False for a notice that is none of ours, or a forged one. Rule DLV-8.
 */
export async function applyNotice(
  tx: Transaction,
  { audit }: { audit: Audit },
  { noticeId, about, said }: Notice,
): Promise<boolean> {
  if (about.length === 0) return false;
  const [found] = await tx.select({ id: deliveries.id }).from(deliveries).where(inArray(deliveries.messageId, about));
  const delivery = found && (await holdDelivery(tx, found.id));
  const told = delivery && said.find(({ recipients }) => recipients.includes(delivery.address?.toLowerCase() ?? ''));
  if (!delivery || !told) return false;
  const { kind, code } = told;
  const { id: deliveryId, reportId } = delivery;
  const now = new Date();
  const kept = await tx
    .insert(deliveryNotices)
    .values({ messageId: noticeId, deliveryId, kind, code, receivedAt: now })
    .onConflictDoNothing()
    .returning({ messageId: deliveryNotices.messageId });
  const next = nextState(delivery, told);
  if (kept.length === 0 || next === null) return true;
  const settledAt = next.state === 'failed' ? null : now;
  await changeDelivery(tx, delivery, { ...next, settledAt, sentAt: delivery.sentAt ?? now });
  const patientId = (await reportPlaces(tx, [reportId])).get(reportId)?.patientId ?? null;
  const scope = { patientId, subject: `report:${reportId}` };
  if (next.failure) await audit.record(tx, 'delivery.failed', scope, { deliveryId, failure: next.failure, code });
  else await audit.record(tx, 'delivery.delivered', scope, { deliveryId, kind });
  return true;
}
