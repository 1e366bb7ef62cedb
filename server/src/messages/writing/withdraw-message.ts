import { and, eq, isNull } from 'drizzle-orm';
import { messages } from '@concertation/schema';
import type { Principal } from '../../access/index.ts';
import type { Audit } from '../../audit/index.ts';
import type { Database } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';
import { takePart } from '../people/take-part.ts';

/**
 * Takes back a message of one's own: its words are erased for everybody, its place stays. Twice is once. Throws
 * `not_found`, and `forbidden` for somebody else's. Source: SC-43.
 */
export async function withdrawMessage(
  { database, audit }: { database: Database; audit: Audit },
  principal: Principal,
  { conversationId, messageId }: { conversationId: string; messageId: string },
): Promise<void> {
  const { accountId } = principal;
  await database.transaction(async (tx) => {
    await takePart(tx, accountId, conversationId, 'share');
    const here = and(eq(messages.id, messageId), eq(messages.conversationId, conversationId));
    const [message] = await tx.select().from(messages).where(here);
    if (!message) throw new AppError('not_found');
    if (message.authorId !== accountId) throw new AppError('forbidden');
    const withdrawn = await tx
      .update(messages)
      .set({ text: '', withdrawnAt: new Date() })
      .where(and(here, isNull(messages.withdrawnAt)))
      .returning({ id: messages.id });
    const scope = { ...principal, subject: `conversation:${conversationId}` };
    if (withdrawn.length > 0) await audit.record(tx, 'message.withdrawn', scope, { messageId });
  });
}
