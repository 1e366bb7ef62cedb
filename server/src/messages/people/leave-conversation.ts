import { and, eq } from 'drizzle-orm';
import { conversationPeople } from '@concertation/schema';
import type { Principal } from '../../access/index.ts';
import type { Audit } from '../../audit/index.ts';
import type { Database } from '../../database/index.ts';
import { markReadAbout } from '../../notifications/index.ts';
import { takePart } from './take-part.ts';
import { noticeOf } from './tell-people.ts';

/**
 * Leaves a conversation: it is read no more, and what one wrote stays for the others. Throws `not_found`, also for who
 * left already. Source: SC-43.
 */
export async function leaveConversation(
  { database, audit }: { database: Database; audit: Audit },
  principal: Principal,
  conversationId: string,
): Promise<void> {
  const { accountId } = principal;
  await database.transaction(async (tx) => {
    await takePart(tx, accountId, conversationId, 'update');
    await tx
      .update(conversationPeople)
      .set({ leftAt: new Date() })
      .where(and(eq(conversationPeople.conversationId, conversationId), eq(conversationPeople.accountId, accountId)));
    await markReadAbout(tx, accountId, noticeOf(conversationId));
    await audit.record(tx, 'conversation.left', { ...principal, subject: `conversation:${conversationId}` }, {});
  });
}
