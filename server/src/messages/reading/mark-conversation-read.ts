import { and, eq, isNull, lt, or } from 'drizzle-orm';
import { conversationPeople, messages } from '@concertation/schema';
import type { Database } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';
import { markReadAbout } from '../../notifications/index.ts';
import { takePart } from '../people/take-part.ts';
import { noticeOf } from '../people/tell-people.ts';

/**
 * Says that an account read a conversation until a message, or further if it had; once it read the last one, its
 * notification is read too. A convenience of its reader, so the audit does not record it. Throws `not_found`.
 * Source: SC-43.
 */
export async function markConversationRead(
  { database }: { database: Database },
  accountId: string,
  { conversationId, messageId }: { conversationId: string; messageId: string },
): Promise<void> {
  await database.transaction(async (tx) => {
    // Held, so that no message comes between: who would write it believes that its reader is told.
    const { lastMessageAt } = await takePart(tx, accountId, conversationId, 'share');
    const [message] = await tx
      .select({ sentAt: messages.sentAt })
      .from(messages)
      .where(and(eq(messages.id, messageId), eq(messages.conversationId, conversationId)));
    if (!message) throw new AppError('not_found');
    const { sentAt } = message;
    await tx
      .update(conversationPeople)
      .set({ readUntil: sentAt })
      .where(
        and(
          eq(conversationPeople.conversationId, conversationId),
          eq(conversationPeople.accountId, accountId),
          or(isNull(conversationPeople.readUntil), lt(conversationPeople.readUntil, sentAt)),
        ),
      );
    if (sentAt >= lastMessageAt) await markReadAbout(tx, accountId, noticeOf(conversationId));
  });
}
