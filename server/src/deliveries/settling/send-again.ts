import type { Principal } from '../../access/index.ts';
import type { Audit } from '../../audit/index.ts';
import type { Configuration } from '../../config/index.ts';
import type { Database, Transaction } from '../../database/index.ts';
import type { Jobs } from '../../jobs/index.ts';
import { AppError } from '../../lib/index.ts';
import type { Tell } from '../../notifications/index.ts';
import { type ReportPlace, reportPlaces } from '../../reports/index.ts';
import { changeDelivery, type DeliveryRow, lockDelivery } from '../delivery-rows.ts';
import { channelTo, firstState } from '../recipients/channel.ts';
import { deliverJob } from '../sending/deliver-job.ts';

type Needs = {
  database: Database;
  audit: Audit;
  jobs: Jobs;
  tell: Tell;
  configuration: Pick<Configuration, 'secureMail' | 'trustedDomains'>;
};
type Wanted = { reportId: string; deliveryId: string; address: string | null };

/** Reminds somebody who reads in the product that the report is there. */
async function remind(tx: Transaction, tell: Tell, place: ReportPlace, { accountId }: DeliveryRow): Promise<void> {
  if (accountId === null) return;
  const { reportId, boardId, boardName, startsAt, replacesId } = place;
  const kind = replacesId === null ? 'report_signed' : 'report_replaced';
  await tell(tx, { to: [accountId], kind, about: { reportId, boardId, boardName, startsAt: startsAt.toISOString() } });
}

/** Where it goes now: the address given, or the one it had. Throws `invalid` where there is none. */
function target(
  delivery: DeliveryRow,
  address: string | null,
  domains: string[],
): Pick<DeliveryRow, 'channel' | 'address'> {
  if (address === null && delivery.channel === 'product') return { channel: 'product', address: delivery.address };
  const wanted = address ?? delivery.address;
  if (wanted === null) throw new AppError('invalid', { fields: [{ field: 'address', problem: 'required' }] });
  return { channel: channelTo(wanted, domains), address: wanted };
}

/**
 * « Renvoyer », « Donner une adresse »: sends a report again, as a message of its own. Throws `not_found`; `invalid` where no
 * address is known; `wrong_state` for what was read in the product, and for a version that a signed one replaces. Rule
 * DLV-11.
 */
export async function sendAgain(needs: Needs, principal: Principal, wanted: Wanted): Promise<void> {
  const { database, audit, jobs, tell, configuration } = needs;
  const { reportId, deliveryId } = wanted;
  await database.transaction(async (tx) => {
    const delivery = await lockDelivery(tx, wanted);
    if (delivery.channel === 'product' && delivery.state === 'read') throw new AppError('wrong_state');
    const place = (await reportPlaces(tx, [reportId])).get(reportId);
    if (!place || place.isReplaced) throw new AppError('wrong_state');
    const { secureMail, trustedDomains } = configuration;
    const { channel, address } = target(delivery, wanted.address, trustedDomains);
    const first = firstState(channel, secureMail !== null);
    const sentAt = first.state === 'sent' ? new Date() : null;
    await changeDelivery(tx, delivery, {
      ...first,
      channel,
      address,
      sentAt,
      messageId: null,
      attempts: 0,
      settledAt: null,
      settledBy: null,
      settlement: null,
    });
    if (first.state === 'waiting') await jobs.enqueue(tx, deliverJob, { deliveryId });
    if (channel === 'product') await remind(tx, tell, place, delivery);
    const scope = { ...principal, patientId: place.patientId, subject: `report:${reportId}` };
    await audit.record(tx, 'delivery.asked', scope, { deliveryId, channel });
  });
}
