import { inArray } from 'drizzle-orm';
import { deliveries, deliveryNotices } from '@concertation/schema';
import type { Audit } from '../../audit/index.ts';
import type { Transaction } from '../../database/index.ts';
import { reportPlaces } from '../../reports/index.ts';
import { changeDelivery, type DeliveryRow, holdDelivery } from '../delivery-rows.ts';
import { nextState } from './next-state.ts';
import type { Said } from './notice.ts';

type Notice = { noticeId: string; about: string[]; said: Said[] };

/** What a notice says of the address to which a delivery went. */
const toldOf = ({ address }: Pick<DeliveryRow, 'address'>, said: Said[]): Said | undefined =>
  said.find(({ recipients }) => address !== null && recipients.includes(address.toLowerCase()));

/** The delivery of which a notice speaks, held: the first named of those that went to an address that it names. */
async function findDelivery(tx: Transaction, about: string[], said: Said[]): Promise<DeliveryRow | null> {
  const { id, messageId, address } = deliveries;
  const named = await tx.select({ id, messageId, address }).from(deliveries).where(inArray(messageId, about));
  const rank = (one: { messageId: string | null }) => about.indexOf(one.messageId ?? '');
  const [found] = named.filter((one) => toldOf(one, said)).toSorted((a, b) => rank(a) - rank(b));
  return found ? holdDelivery(tx, found.id) : null;
}

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
  const delivery = await findDelivery(tx, about, said);
  const told = delivery && toldOf(delivery, said);
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
  const place = (await reportPlaces(tx, [reportId])).get(reportId);
  // The version that replaces it goes to the same people: this one can be sent no more, and fails no more. Rule DLV-10.
  if (place?.isReplaced && next.state === 'failed') return true;
  const settledAt = next.state === 'failed' ? null : now;
  await changeDelivery(tx, delivery, { ...next, settledAt, sentAt: delivery.sentAt ?? now });
  const scope = { patientId: place?.patientId ?? null, subject: `report:${reportId}` };
  if (next.failure) await audit.record(tx, 'delivery.failed', scope, { deliveryId, failure: next.failure, code });
  else await audit.record(tx, 'delivery.delivered', scope, { deliveryId, kind });
  return true;
}
