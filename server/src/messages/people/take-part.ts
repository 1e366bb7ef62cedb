import { and, eq, isNull } from 'drizzle-orm';
import { conversationPeople, conversations } from '@concertation/schema';
import type { Executor, Transaction } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';

type ConversationRow = typeof conversations.$inferSelect;

/** Who takes part in a conversation now; who left does not. */
export async function peopleOf(executor: Executor, conversationId: string): Promise<string[]> {
  const rows = await executor
    .select({ accountId: conversationPeople.accountId })
    .from(conversationPeople)
    .where(and(eq(conversationPeople.conversationId, conversationId), isNull(conversationPeople.leftAt)));
  return rows.map(({ accountId }) => accountId);
}

/**
 * A conversation that an account takes part in, held until the transaction ends: `update` for who changes it, `share`
 * for who only needs it to stay as it is. Who takes part is asked once it is held: who left meanwhile is out. Throws
 * `not_found`, also for who left.
 */
export async function takePart(
  tx: Transaction,
  accountId: string,
  conversationId: string,
  hold: 'update' | 'share',
): Promise<ConversationRow & { people: string[] }> {
  const [row] = await tx.select().from(conversations).where(eq(conversations.id, conversationId)).for(hold);
  const people = row ? await peopleOf(tx, conversationId) : [];
  if (!row || !people.includes(accountId)) throw new AppError('not_found');
  return { ...row, people };
}
