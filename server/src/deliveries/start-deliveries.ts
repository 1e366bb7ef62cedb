import { z } from 'zod';
import type { Secrets } from '../config/index.ts';
import type { Jobs } from '../jobs/index.ts';
import type { Logger } from '../lib/index.ts';
import { type MailboxNeeds, readMailbox } from './notices/read-mailbox.ts';
import { deliver } from './sending/deliver.ts';
import { deliverJob } from './sending/deliver-job.ts';
import type { DeliveryNeeds } from './sending/delivery-needs.ts';
import { secureTransport, tlsOf } from './sending/secure-transport.ts';

/** Reads the mailbox where notices come back. */
export const readNoticesJob = { name: 'deliveries.read-notices', data: z.object({}), key: () => 'mailbox' };

type Needs = Omit<DeliveryNeeds, 'send'> & { jobs: Jobs; log: Logger; secrets: Pick<Secrets, 'secureMail'> };

/** One turn. A mailbox that cannot be read is said in the log, and is read a minute later. */
async function readNotices(needs: MailboxNeeds): Promise<void> {
  const { log } = needs;
  try {
    const counted = await readMailbox(needs);
    if (counted.notices + counted.others > 0) log.info(counted, 'notices of secure mail');
  } catch (error) {
    log.error({ err: error }, 'the mailbox of secure mail could not be read');
  }
}

/**
 * Declares the queue of deliveries, before anything can be signed, and reads the notices that come back every minute where
 * a mailbox is configured. A file of secure mail that cannot be read is said at once: an installation does not begin with
 * half of it.
 */
export async function startDeliveries(needs: Needs): Promise<void> {
  const { jobs, log, database, audit, configuration, secrets } = needs;
  const settings = configuration.secureMail;
  const own = secrets.secureMail;
  const send = settings && own ? secureTransport(settings, own) : null;
  await jobs.handle(deliverJob, ({ deliveryId }) => deliver({ ...needs, send }, deliveryId));
  if (!settings || !own?.imapUrl) return;
  const mailbox = { database, audit, log, url: own.imapUrl, tls: tlsOf(settings, own) };
  await jobs.handle(readNoticesJob, () => readNotices(mailbox));
  await jobs.schedule(readNoticesJob, {}, { cron: '* * * * *', timeZone: 'UTC' });
}
