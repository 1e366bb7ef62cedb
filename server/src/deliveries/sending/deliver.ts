import { deliveryNotices } from '@concertation/schema';
import type { Transaction } from '../../database/index.ts';
import { AppError, newId } from '../../lib/index.ts';
import { NoIdentifiers, readPapers, type ReportPlace, reportPlaces } from '../../reports/index.ts';
import { changeDelivery, deliveriesOf, type DeliveryRow, holdDelivery } from '../delivery-rows.ts';
import { packXdm } from '../xdm/pack-xdm.ts';
import type { DeliveryNeeds } from './delivery-needs.ts';
import { linkLetter } from './link-letter.ts';
import { NotSent } from './not-sent.ts';
import { secureLetter } from './secure-letter.ts';
import { bareAddress, type SendSecureMail } from './secure-transport.ts';

/** After so many tries the coordinator is told; the tries go on. */
const triesInSilence = 5;

/** What is still to be sent: it waits, or could not leave until now. */
const isAwaited = ({ state, failure }: DeliveryRow): boolean =>
  state === 'waiting' || (state === 'failed' && failure === 'unreachable');

type Claimed = DeliveryRow & { address: string; messageId: string; place: ReportPlace };

const scopeOf = ({ patientId, reportId }: ReportPlace) => ({ patientId, subject: `report:${reportId}` });

/** Hands the link to the outbox, in the transaction that notes it: once. An address that no mail can bear is refused. */
async function sendLink(tx: Transaction, needs: DeliveryNeeds, delivery: DeliveryRow, place: ReportPlace) {
  const { id: deliveryId } = delivery;
  const address = delivery.address ?? '';
  const origin = needs.origin();
  try {
    await needs.sendMail(tx, { recipient: address, ...linkLetter(place, { deliveryId, address, origin }) });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    await changeDelivery(tx, delivery, { state: 'failed', failure: 'refused', attempts: delivery.attempts + 1 });
    await needs.audit.record(tx, 'delivery.failed', scopeOf(place), { deliveryId, failure: 'refused', code: null });
    return;
  }
  const attempts = delivery.attempts + 1;
  await changeDelivery(tx, delivery, { state: 'sent', failure: null, sentAt: new Date(), attempts });
  await needs.audit.record(tx, 'delivery.sent', scopeOf(place), { deliveryId, channel: 'link' });
}

/**
 * Takes a delivery to send, and fixes the name of its message before it leaves: after a crash the same message leaves
 * again, not another one. Null when nothing is to be done, or when it is done: a version that a signed one replaces goes
 * nowhere, and what needs secure mail has failed where there is none any more. Rules DLV-5, DLV-7, DLV-10.
 */
async function claim(needs: DeliveryNeeds, deliveryId: string): Promise<Claimed | null> {
  return needs.database.transaction(async (tx) => {
    const delivery = await holdDelivery(tx, deliveryId);
    if (!delivery || !isAwaited(delivery) || delivery.address === null) return null;
    const place = (await reportPlaces(tx, [delivery.reportId])).get(delivery.reportId);
    if (!place || place.isReplaced) return null;
    if (delivery.channel === 'link') {
      await sendLink(tx, needs, delivery, place);
      return null;
    }
    if (delivery.channel !== 'secure_mail') return null;
    const { secureMail } = needs.configuration;
    if (!secureMail || !needs.send) {
      const failure = 'no_secure_mail';
      await changeDelivery(tx, delivery, { state: 'failed', failure });
      await needs.audit.record(tx, 'delivery.failed', scopeOf(place), { deliveryId, failure, code: null });
      return null;
    }
    const domain = bareAddress(secureMail.from).split('@')[1];
    const messageId = delivery.messageId ?? `<${newId()}@${domain}>`;
    const attempts = delivery.attempts + 1;
    await changeDelivery(tx, delivery, { messageId, attempts });
    return { ...delivery, address: delivery.address, messageId, attempts, place };
  });
}

/** The messages that bore the earlier versions to the same recipient, oldest first. Rule DLV-9. */
async function earlierMessages({ database }: DeliveryNeeds, { recipient, place }: Claimed): Promise<string[]> {
  const messages: string[] = [];
  for (let before = place.replacesId; before !== null;) {
    const sent = await deliveriesOf(database.db, [before]);
    const messageId = sent.find((one) => one.recipient === recipient && one.sentAt !== null)?.messageId;
    if (messageId) messages.unshift(messageId);
    before = (await reportPlaces(database.db, [before])).get(before)?.replacesId ?? null;
  }
  return messages;
}

async function sendFile(needs: DeliveryNeeds, send: SendSecureMail, claimed: Claimed): Promise<void> {
  const papers = await readPapers(needs.database.db, claimed.reportId);
  if (!papers) throw new Error(`report ${claimed.reportId} has no papers to deliver`);
  const packed = await packXdm({ papers, establishment: needs.configuration.establishmentIds });
  const { messageId, address: recipient } = claimed;
  const references = await earlierMessages(needs, claimed);
  await send({ messageId, references, recipient, text: secureLetter(papers.facts), packed });
}

/** Notes how a try ended, unless something else was decided meanwhile: another address, a settlement, a later version. */
async function note(
  { database, audit }: DeliveryNeeds,
  { id: deliveryId, messageId, place, attempts }: Claimed,
  failed: NotSent | null,
): Promise<void> {
  await database.transaction(async (tx) => {
    const delivery = await holdDelivery(tx, deliveryId);
    if (!delivery || !isAwaited(delivery) || delivery.messageId !== messageId) return;
    if (failed === null) {
      await changeDelivery(tx, delivery, { state: 'sent', failure: null, sentAt: new Date() });
      await audit.record(tx, 'delivery.sent', scopeOf(place), { deliveryId, channel: 'secure_mail' });
      return;
    }
    const failure = failed.isPermanent ? 'refused' : 'unreachable';
    if (delivery.failure === failure || (!failed.isPermanent && attempts < triesInSilence)) return;
    const receivedAt = new Date();
    const refusal = {
      messageId: `${messageId}#${attempts}`,
      deliveryId,
      kind: 'failed',
      code: failed.code,
      receivedAt,
    };
    await tx.insert(deliveryNotices).values(refusal).onConflictDoNothing();
    await changeDelivery(tx, delivery, { state: 'failed', failure });
    await audit.record(tx, 'delivery.failed', scopeOf(place), { deliveryId, failure, code: failed.code });
  });
}

/** A report that lacks what secure mail must say will lack it at each try; anything else may pass. */
function toNotSent(error: unknown): NotSent {
  if (error instanceof NotSent) return error;
  const isPermanent = error instanceof NoIdentifiers;
  return new NotSent(isPermanent ? 'no_identifiers' : 'unexpected', { isPermanent, cause: error });
}

/**
 * Sends one delivery by its mail; does nothing when that is done, or no longer wanted. What may succeed later is noted
 * after a few tries, then thrown, to be tried again. Rules DLV-5 to DLV-8.
 */
export async function deliver(needs: DeliveryNeeds, deliveryId: string): Promise<void> {
  const { send } = needs;
  const claimed = await claim(needs, deliveryId);
  if (!claimed || !send) return;
  let failed: NotSent | null = null;
  try {
    await sendFile(needs, send, claimed);
  } catch (error) {
    failed = toNotSent(error);
  }
  await note(needs, claimed, failed);
  if (failed && !failed.isPermanent) throw failed;
}
