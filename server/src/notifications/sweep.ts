import { and, isNotNull, lt, or } from 'drizzle-orm';
import { digests, mails, notifications, textMessages } from '@concertation/schema';
import type { Database } from '../database/index.ts';
import type { Logger } from '../lib/index.ts';

const sweepEveryMs = 3_600_000;
const dayMs = 24 * 3_600_000;
const keptDays = { readNotification: 90, sentMail: 30, otherMail: 90, digest: 30, textMessage: 1 };

/** Forgets what nobody needs any more: notifications read long ago, mails that left, text messages of yesterday, marks of old digests. */
export async function sweepNotifications({ db }: Database, now = new Date()): Promise<void> {
  const before = (days: number) => new Date(now.getTime() - days * dayMs);
  await db.delete(notifications).where(lt(notifications.readAt, before(keptDays.readNotification)));
  await db
    .delete(mails)
    .where(
      or(
        and(isNotNull(mails.sentAt), lt(mails.sentAt, before(keptDays.sentMail))),
        lt(mails.createdAt, before(keptDays.otherMail)),
      ),
    );
  await db.delete(textMessages).where(lt(textMessages.createdAt, before(keptDays.textMessage)));
  await db.delete(digests).where(lt(digests.madeAt, before(keptDays.digest)));
}

/** Sweeps every hour. Returns how to stop, which waits for the sweep under way; a failed one is logged. */
export function startNotificationSweep({ database, log }: { database: Database; log: Logger }): () => Promise<void> {
  let underWay: Promise<void> = Promise.resolve();
  const sweep = () => {
    underWay = underWay
      .then(() => sweepNotifications(database))
      .catch((error: unknown) => log.error({ err: error }, 'sweep of notifications and mails failed'));
  };
  sweep();
  const timer = setInterval(sweep, sweepEveryMs);
  timer.unref();
  return () => {
    clearInterval(timer);
    return underWay;
  };
}
