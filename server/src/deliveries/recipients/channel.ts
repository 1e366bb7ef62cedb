import type { Delivery } from '@concertation/shared/contracts';

/** Whether an address is of a trusted domain, or of one below it: a report may be sent there. Rule DLV-3. */
export function isTrusted(address: string, domains: readonly string[]): boolean {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  return domains.some((trusted) => domain === trusted || domain.endsWith(`.${trusted}`));
}

/** How a report goes to an address, or to nobody knows where. Rules DLV-2, DLV-3. */
export function channelTo(address: string | null, domains: readonly string[]): Exclude<Delivery['channel'], 'product'> {
  if (address === null) return 'none';
  return isTrusted(address, domains) ? 'secure_mail' : 'link';
}

/** How far a delivery is before anything left: what cannot leave has failed at once. Rules DLV-2, DLV-5. */
export function firstState(channel: Delivery['channel'], isConfigured: boolean): Pick<Delivery, 'state' | 'failure'> {
  if (channel === 'product') return { state: 'sent', failure: null };
  if (channel === 'none') return { state: 'failed', failure: 'no_address' };
  if (channel === 'secure_mail' && !isConfigured) return { state: 'failed', failure: 'no_secure_mail' };
  return { state: 'waiting', failure: null };
}
