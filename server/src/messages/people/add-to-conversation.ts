import { conversationPeople } from '@concertation/schema';
import { mostPeople } from '@concertation/shared/contracts';
import type { Principal } from '../../access/index.ts';
import { AppError } from '../../lib/index.ts';
import type { MessageNeeds } from '../needs.ts';
import { requireReachable } from './require-reachable.ts';
import { takePart } from './take-part.ts';
import { tellPeople } from './tell-people.ts';

/**
 * Adds colleagues, who read the conversation from its beginning; who is there stays there, who left comes back. Throws
 * `not_found` for others' conversations and as `requireReachable`, `too_many` above 50 people. Source: SC-43.
 */
export async function addToConversation(
  needs: MessageNeeds,
  principal: Principal,
  { conversationId, accountIds }: { conversationId: string; accountIds: string[] },
): Promise<void> {
  const { accountId } = principal;
  await needs.database.transaction(async (tx) => {
    const { people } = await takePart(tx, accountId, conversationId, 'update');
    const missing = accountIds.filter((wanted) => !people.includes(wanted));
    const newcomers = await requireReachable(tx, needs, accountId, missing);
    if (newcomers.length === 0) return;
    if (people.length + newcomers.length > mostPeople) throw new AppError('too_many');
    const added = { addedBy: accountId, addedAt: new Date(), leftAt: null };
    await tx
      .insert(conversationPeople)
      .values(newcomers.map((newcomer) => ({ conversationId, accountId: newcomer, ...added })))
      .onConflictDoUpdate({ target: [conversationPeople.conversationId, conversationPeople.accountId], set: added });
    await tellPeople(tx, needs, principal, { conversationId, to: newcomers });
    const scope = { ...principal, subject: `conversation:${conversationId}` };
    await needs.audit.record(tx, 'conversation.people_added', scope, { accountIds: newcomers });
  });
}
