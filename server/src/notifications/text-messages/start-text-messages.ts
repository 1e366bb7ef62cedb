import { eq } from 'drizzle-orm';
import { textMessages } from '@concertation/schema';
import type { Database } from '../../database/index.ts';
import type { Jobs } from '../../jobs/index.ts';
import { type DeliverText, TextUndelivered } from './provider.ts';
import { sendTextMessageJob } from './send-text-message-job.ts';

type Needs = { database: Database; jobs: Jobs; deliver: DeliverText | null };

/** A code that arrives later than this serves nobody. */
const usefulMs = 600_000;

/** Sends one message unless it has left or is too old. What fails is kept in its row; only what may succeed later is thrown. */
async function sendTextMessage({ database: { db }, deliver }: Needs, messageId: string): Promise<void> {
  if (!deliver) return;
  const [message] = await db.select().from(textMessages).where(eq(textMessages.id, messageId));
  if (!message || message.sentAt !== null || Date.now() - message.createdAt.getTime() > usefulMs) return;
  try {
    await deliver(message);
  } catch (error) {
    if (!(error instanceof TextUndelivered)) throw error;
    await db.update(textMessages).set({ failure: error.message }).where(eq(textMessages.id, messageId));
    if (!error.permanent) throw error;
    return;
  }
  await db
    .update(textMessages)
    .set({ sentAt: new Date(), failure: null, text: '' })
    .where(eq(textMessages.id, messageId));
}

/** Declares the queue of text messages, before anything can write one. Without `deliver` nothing leaves: the demonstration shows them. */
export async function startTextMessages(needs: Needs): Promise<void> {
  await needs.jobs.handle(sendTextMessageJob, ({ messageId }) => sendTextMessage(needs, messageId));
}
