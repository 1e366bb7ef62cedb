import type { DeliveryRow } from '../delivery-rows.ts';
import type { Recipient } from './find-recipients.ts';

/** States in which somebody holds the report, or was told where it is. */
const received: readonly DeliveryRow['state'][] = ['sent', 'delivered', 'read', 'settled'];

/**
 * Recipients of a version that replaces another: those of today, at the address that was given for the first one, and
 * those who received it and are not among them any more, unless they may receive nothing more. Rules DLV-4, DLV-10.
 */
export function inherit(
  current: readonly Recipient[],
  previous: readonly DeliveryRow[],
  mayReceive: (delivery: DeliveryRow) => boolean,
): Recipient[] {
  const before = new Map(previous.map((delivery) => [delivery.recipient, delivery]));
  const kept = new Set(current.map(({ recipient }) => recipient));
  const accounts = new Set(current.map(({ accountId }) => accountId));
  const today = current.map((one) => ({ ...one, address: before.get(one.recipient)?.address ?? one.address }));
  const addresses = new Set(today.map(({ address }) => address?.toLowerCase()));
  const others = previous.filter(
    (delivery) =>
      !kept.has(delivery.recipient) &&
      (delivery.accountId === null || !accounts.has(delivery.accountId)) &&
      (delivery.address === null || !addresses.has(delivery.address.toLowerCase())) &&
      received.includes(delivery.state) &&
      mayReceive(delivery),
  );
  return [
    ...today,
    ...others.map(({ role, recipient, accountId, name, address }) => ({ role, recipient, accountId, name, address })),
  ];
}
