import { desc } from 'drizzle-orm';
import { textMessages } from '@concertation/schema';
import type { OutboxTextMessage } from '@concertation/shared/contracts';
import type { Executor } from '../../database/index.ts';

const shown = 100;

/** The latest text messages of everybody, for a demonstration, where everybody is fictitious. */
export async function readTextMessages(executor: Executor): Promise<OutboxTextMessage[]> {
  const rows = await executor
    .select()
    .from(textMessages)
    .orderBy(desc(textMessages.createdAt), desc(textMessages.id))
    .limit(shown);
  return rows.map(({ id, recipient, text, createdAt, sentAt, failure }) => ({
    messageId: id,
    recipient,
    text,
    createdAt: createdAt.toISOString(),
    sentAt: sentAt?.toISOString() ?? null,
    failure,
  }));
}
