import { eq } from 'drizzle-orm';
import { messages } from '@concertation/schema';
import type { Transaction } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';

export type NewMessage = { messageId: string; conversationId: string; authorId: string; text: string; sentAt: Date };

/**
 * Writes a message, once: false for one that its author has written there already. Throws `not_found` for an id that
 * names another message.
 */
export async function writeMessage(tx: Transaction, { messageId, ...message }: NewMessage): Promise<boolean> {
  const written = await tx
    .insert(messages)
    .values({ id: messageId, ...message })
    .onConflictDoNothing()
    .returning({ id: messages.id });
  if (written.length > 0) return true;
  const [known] = await tx.select().from(messages).where(eq(messages.id, messageId));
  if (known?.authorId !== message.authorId || known.conversationId !== message.conversationId)
    throw new AppError('not_found');
  return false;
}
