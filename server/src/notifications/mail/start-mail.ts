import { eq } from 'drizzle-orm';
import { mails } from '@concertation/schema';
import type { Database } from '../../database/index.ts';
import type { Jobs } from '../../jobs/index.ts';
import { sendMailJob } from './send-mail-job.ts';
import { type Deliver, Undelivered } from './transport.ts';

type Needs = { database: Database; jobs: Jobs; deliver: Deliver | null };

/** Sends one mail unless it has left. What fails is kept in its row; only what may succeed later is thrown, to be retried. */
async function sendMail({ database: { db }, deliver }: Needs, mailId: string): Promise<void> {
  if (!deliver) return;
  const [mail] = await db.select().from(mails).where(eq(mails.id, mailId));
  if (!mail || mail.sentAt !== null) return;
  try {
    await deliver(mail);
  } catch (error) {
    if (!(error instanceof Undelivered)) throw error;
    await db.update(mails).set({ failure: error.message }).where(eq(mails.id, mailId));
    if (!error.permanent) throw error;
    return;
  }
  const forgotten = mail.secret ? { text: '', html: '' } : {};
  await db
    .update(mails)
    .set({ sentAt: new Date(), failure: null, ...forgotten })
    .where(eq(mails.id, mailId));
}

/** Declares the queue of mails, before anything can write one. Without `deliver` nothing leaves: mails stay in the outbox. */
export async function startMail(needs: Needs): Promise<void> {
  await needs.jobs.handle(sendMailJob, ({ mailId }) => sendMail(needs, mailId));
}
