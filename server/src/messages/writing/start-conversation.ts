import { eq } from 'drizzle-orm';
import { conversationPeople, conversations } from '@concertation/schema';
import type { Principal } from '../../access/index.ts';
import { AppError } from '../../lib/index.ts';
import type { MessageNeeds } from '../needs.ts';
import { requireReachable } from '../people/require-reachable.ts';
import { tellPeople } from '../people/tell-people.ts';
import { writeMessage } from './write-message.ts';
import { holdPace, refuseFlood } from './writing-pace.ts';

export type NewConversation = {
  conversationId: string;
  messageId: string;
  to: string[];
  subject: string;
  text: string;
};

/**
 * Writes to colleagues about a subject. Asked again, it changes nothing. Throws `not_found` as `requireReachable` and
 * for an id that names something of somebody else, `too_many` above 60 messages in a minute. Source: SC-43.
 */
export async function startConversation(
  needs: MessageNeeds,
  principal: Principal,
  { conversationId, messageId, to, subject, text }: NewConversation,
): Promise<void> {
  const { accountId } = principal;
  await needs.database.transaction(async (tx) => {
    await holdPace(tx, accountId);
    const sentAt = new Date();
    const started = await tx
      .insert(conversations)
      .values({ id: conversationId, subject, startedBy: accountId, startedAt: sentAt, lastMessageAt: sentAt })
      .onConflictDoNothing()
      .returning({ id: conversations.id });
    if (started.length === 0) {
      const [known] = await tx.select().from(conversations).where(eq(conversations.id, conversationId));
      if (known?.startedBy !== accountId) throw new AppError('not_found');
      return;
    }
    const people = await requireReachable(tx, needs, accountId, to);
    const added = { conversationId, addedBy: accountId, addedAt: sentAt };
    await tx.insert(conversationPeople).values([accountId, ...people].map((one) => ({ ...added, accountId: one })));
    await writeMessage(tx, { messageId, conversationId, authorId: accountId, text, sentAt });
    await refuseFlood(tx, accountId);
    await tellPeople(tx, needs, principal, { conversationId, to: people });
    const scope = { ...principal, subject: `conversation:${conversationId}` };
    await needs.audit.record(tx, 'conversation.started', scope, { people: people.length + 1 });
    await needs.audit.record(tx, 'message.sent', scope, { messageId });
  });
}
