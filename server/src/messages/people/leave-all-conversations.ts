import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { conversationPeople, conversations } from '@concertation/schema';
import type { Transaction } from '../../database/index.ts';

/**
 * Takes an account that is being erased out of its conversations; what it wrote stays, under its name. They are held
 * until the transaction ends, so that nobody is writing to it meanwhile. The audit is the caller's. Source: SC-44.
 */
export async function leaveAllConversations(tx: Transaction, accountId: string): Promise<void> {
  const mine = and(eq(conversationPeople.accountId, accountId), isNull(conversationPeople.leftAt));
  const ids = tx.select({ id: conversationPeople.conversationId }).from(conversationPeople).where(mine);
  // In one order: two erasures at once do not wait for each other.
  await tx
    .select({ id: conversations.id })
    .from(conversations)
    .where(inArray(conversations.id, ids))
    .orderBy(asc(conversations.id))
    .for('update');
  await tx.update(conversationPeople).set({ leftAt: new Date() }).where(mine);
}
