/**
 * Deliveries: a signed report on its way to those who treat the patient — in the product, by secure mail with its file, by
 * a link elsewhere — and what came back. It decides nothing of the report and changes no word of it; a mail server that
 * is away stops nothing but mails.
 */
export { listDeliveries } from './reading/list-deliveries.ts';
export { listFailedDeliveries } from './reading/list-failed.ts';
export { followReading } from './reading/follow-reading.ts';
export { signedFollower } from './recipients/follow-signed.ts';
export { openDelivery } from './settling/open-delivery.ts';
export { sendAgain } from './settling/send-again.ts';
export { settleDelivery } from './settling/settle-delivery.ts';
export { startDeliveries } from './start-deliveries.ts';
