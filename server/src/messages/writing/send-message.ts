import { eq } from 'drizzle-orm';
import { conversations } from '@concertation/schema';
import type { Principal } from '../../access/index.ts';
import { AppError } from '../../lib/index.ts';
import type { MessageNeeds } from '../needs.ts';
import { takePart } from '../people/take-part.ts';
import { tellPeople } from '../people/tell-people.ts';
import { writeMessage } from './write-message.ts';
import { holdPace, refuseFlood } from './writing-pace.ts';

/**
 * Writes in a conversation. Asked again, it changes nothing. Throws `not_found` for others' conversations, and for an id
 * that names another message; `wrong_state` once everybody else left; `too_many` above 60 messages in a minute.
 * Source: SC-43.
 */
export async function sendMessage(
  needs: MessageNeeds,
  principal: Principal,
  { conversationId, messageId, text }: { conversationId: string; messageId: string; text: string },
): Promise<void> {
  const { accountId } = principal;
  await needs.database.transaction(async (tx) => {
    await holdPace(tx, accountId);
    const { people, lastMessageAt } = await takePart(tx, accountId, conversationId, 'update');
    // Later than the one before, whatever the clocks say: the instant also tells messages apart, and until where one read.
    const sentAt = new Date(Math.max(Date.now(), lastMessageAt.getTime() + 1));
    if (!(await writeMessage(tx, { messageId, conversationId, authorId: accountId, text, sentAt }))) return;
    const to = people.filter((one) => one !== accountId);
    if (to.length === 0) throw new AppError('wrong_state');
    await tx.update(conversations).set({ lastMessageAt: sentAt }).where(eq(conversations.id, conversationId));
    await refuseFlood(tx, accountId);
    await tellPeople(tx, needs, principal, { conversationId, to });
    const scope = { ...principal, subject: `conversation:${conversationId}` };
    await needs.audit.record(tx, 'message.sent', scope, { messageId });
  });
}
