import { and, count, desc, eq, gt, inArray, isNull, lt, ne, or, sql } from 'drizzle-orm';
import { conversationPeople, conversations, messages } from '@concertation/schema';
import type { ConversationLine } from '@concertation/shared/contracts';
import { findPeople } from '../../auth/index.ts';
import type { Executor } from '../../database/index.ts';
import { toMessage } from './to-message.ts';

const perPage = 30;
const excerptLength = 160;

/** The latest conversations of an account, each with its last message, whose instant is the conversation's own. */
async function latestOf(executor: Executor, accountId: string, before: Date | undefined) {
  return executor
    .select({
      conversationId: conversations.id,
      subject: conversations.subject,
      id: messages.id,
      authorId: messages.authorId,
      text: sql<string>`left(${messages.text}, ${excerptLength})`,
      sentAt: messages.sentAt,
      withdrawnAt: messages.withdrawnAt,
    })
    .from(conversationPeople)
    .innerJoin(conversations, eq(conversations.id, conversationPeople.conversationId))
    .innerJoin(
      messages,
      and(eq(messages.conversationId, conversations.id), eq(messages.sentAt, conversations.lastMessageAt)),
    )
    .where(
      and(
        eq(conversationPeople.accountId, accountId),
        isNull(conversationPeople.leftAt),
        before ? lt(conversations.lastMessageAt, before) : undefined,
      ),
    )
    .orderBy(desc(conversations.lastMessageAt), desc(conversations.id))
    .limit(perPage + 1);
}

/** How many messages of others an account has not read, by conversation: those withdrawn have nothing to read. */
async function unreadOf(executor: Executor, accountId: string): Promise<Map<string, number>> {
  const rows = await executor
    .select({ conversationId: conversationPeople.conversationId, count: count() })
    .from(conversationPeople)
    .innerJoin(messages, eq(messages.conversationId, conversationPeople.conversationId))
    .where(
      and(
        eq(conversationPeople.accountId, accountId),
        isNull(conversationPeople.leftAt),
        ne(messages.authorId, accountId),
        isNull(messages.withdrawnAt),
        or(isNull(conversationPeople.readUntil), gt(messages.sentAt, conversationPeople.readUntil)),
      ),
    )
    .groupBy(conversationPeople.conversationId);
  return new Map(rows.map((row) => [row.conversationId, row.count]));
}

/** Who else takes part in each of these conversations. */
async function othersIn(executor: Executor, accountId: string, conversationIds: string[]) {
  if (conversationIds.length === 0) return [];
  return executor
    .select({ conversationId: conversationPeople.conversationId, accountId: conversationPeople.accountId })
    .from(conversationPeople)
    .where(
      and(
        inArray(conversationPeople.conversationId, conversationIds),
        ne(conversationPeople.accountId, accountId),
        isNull(conversationPeople.leftAt),
      ),
    );
}

/**
 * The conversations that an account takes part in, latest first, 30 at a time, and how many messages it has not read in
 * all of them. Four queries. Source: SC-43.
 */
export async function listConversations(
  executor: Executor,
  accountId: string,
  before?: Date,
): Promise<{ conversations: ConversationLine[]; older: boolean; unread: number }> {
  const found = await latestOf(executor, accountId, before);
  const page = found.slice(0, perPage);
  const unread = await unreadOf(executor, accountId);
  const others = await othersIn(
    executor,
    accountId,
    page.map(({ conversationId }) => conversationId),
  );
  const people = await findPeople(executor, [...new Set(others.map((other) => other.accountId))]);
  const inConversation = Map.groupBy(others, ({ conversationId }) => conversationId);
  return {
    conversations: page.map(({ conversationId, subject, ...last }) => {
      const there = new Set(inConversation.get(conversationId)?.map((other) => other.accountId));
      return {
        conversationId,
        subject,
        people: [...people.values()].filter((person) => there.has(person.accountId)),
        lastMessage: toMessage(last),
        unread: unread.get(conversationId) ?? 0,
      };
    }),
    older: found.length > perPage,
    unread: [...unread.values()].reduce((sum, more) => sum + more, 0),
  };
}
