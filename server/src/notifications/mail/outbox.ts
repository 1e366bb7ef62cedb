import { desc } from 'drizzle-orm';
import { mails } from '@concertation/schema';
import type { OutboxMail } from '@concertation/shared/contracts';
import type { Executor } from '../../database/index.ts';

const shown = 100;

/** The latest mails of everybody, for a demonstration, where everybody is fictitious. */
export async function readOutbox(executor: Executor): Promise<OutboxMail[]> {
  const rows = await executor.select().from(mails).orderBy(desc(mails.createdAt), desc(mails.id)).limit(shown);
  return rows.map(({ id, recipient, subject, text, calendar, createdAt, sentAt, failure }) => ({
    mailId: id,
    recipient,
    subject,
    text,
    calendar,
    createdAt: createdAt.toISOString(),
    sentAt: sentAt?.toISOString() ?? null,
    failure,
  }));
}
