import { and, desc, eq, lt } from 'drizzle-orm';
import { conversationPeople, conversations, messages } from '@concertation/schema';
import type { Conversation } from '@concertation/shared/contracts';
import { findPeople } from '../../auth/index.ts';
import type { Executor } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';
import { toMessage } from './to-message.ts';

const perPage = 50;

/** Everybody who takes part in a conversation, or took part and wrote; by family name. */
async function peopleIn(executor: Executor, conversationId: string): Promise<Conversation['people']> {
  const rows = await executor
    .select({
      accountId: conversationPeople.accountId,
      readUntil: conversationPeople.readUntil,
      leftAt: conversationPeople.leftAt,
    })
    .from(conversationPeople)
    .where(eq(conversationPeople.conversationId, conversationId));
  const wrote = await executor
    .selectDistinct({ authorId: messages.authorId })
    .from(messages)
    .where(eq(messages.conversationId, conversationId));
  const authors = new Set(wrote.map(({ authorId }) => authorId));
  const shown = new Map(
    rows.filter(({ accountId, leftAt }) => !leftAt || authors.has(accountId)).map((row) => [row.accountId, row]),
  );
  const people = await findPeople(executor, [...shown.keys()]);
  return [...people.values()].map((person) => {
    const { readUntil = null, leftAt = null } = shown.get(person.accountId) ?? {};
    return { ...person, readUntil: readUntil?.toISOString() ?? null, left: leftAt !== null };
  });
}

/**
 * A conversation that an account takes part in, with its latest 50 messages, or the 50 before an instant. Five queries.
 * Throws `not_found`, also for who left. Source: SC-43.
 */
export async function readConversation(
  executor: Executor,
  accountId: string,
  { conversationId, before }: { conversationId: string; before?: Date | undefined },
): Promise<Conversation> {
  const [row] = await executor.select().from(conversations).where(eq(conversations.id, conversationId));
  const people = row ? await peopleIn(executor, conversationId) : [];
  if (!row || !people.some((person) => person.accountId === accountId && !person.left)) throw new AppError('not_found');
  const found = await executor
    .select()
    .from(messages)
    .where(and(eq(messages.conversationId, conversationId), before ? lt(messages.sentAt, before) : undefined))
    .orderBy(desc(messages.sentAt))
    .limit(perPage + 1);
  return {
    conversationId,
    subject: row.subject,
    people,
    messages: found.slice(0, perPage).toReversed().map(toMessage),
    older: found.length > perPage,
  };
}
