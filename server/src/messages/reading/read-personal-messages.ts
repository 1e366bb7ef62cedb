import { and, desc, eq, inArray, isNull, ne } from 'drizzle-orm';
import { conversationPeople, conversations, messages } from '@concertation/schema';
import { findPeople } from '../../auth/index.ts';
import type { Executor } from '../../database/index.ts';

/** What is kept of what a person wrote, and where they take part; nothing that others wrote. */
export type PersonalMessages = {
  conversations: { subject: string; with: string[]; since: string; readUntil: string | null }[];
  messages: { subject: string; text: string | null; sentAt: string }[];
};

async function takenPartIn(executor: Executor, accountId: string): Promise<PersonalMessages['conversations']> {
  const mine = await executor
    .select({
      conversationId: conversations.id,
      subject: conversations.subject,
      since: conversationPeople.addedAt,
      readUntil: conversationPeople.readUntil,
    })
    .from(conversationPeople)
    .innerJoin(conversations, eq(conversations.id, conversationPeople.conversationId))
    .where(and(eq(conversationPeople.accountId, accountId), isNull(conversationPeople.leftAt)))
    .orderBy(desc(conversations.lastMessageAt));
  const ids = mine.map(({ conversationId }) => conversationId);
  const others = await executor
    .select({ conversationId: conversationPeople.conversationId, accountId: conversationPeople.accountId })
    .from(conversationPeople)
    .where(
      and(
        inArray(conversationPeople.conversationId, ids),
        ne(conversationPeople.accountId, accountId),
        isNull(conversationPeople.leftAt),
      ),
    );
  const people = await findPeople(executor, [...new Set(others.map((other) => other.accountId))]);
  const inConversation = Map.groupBy(others, ({ conversationId }) => conversationId);
  return mine.map(({ conversationId, subject, since, readUntil }) => ({
    subject,
    with: (inConversation.get(conversationId) ?? []).flatMap((other) => people.get(other.accountId)?.name ?? []),
    since: since.toISOString(),
    readUntil: readUntil?.toISOString() ?? null,
  }));
}

/**
 * The conversations that a person takes part in, and every message that they wrote, also where they left; latest first,
 * in four queries. A withdrawn one has no text any more. Source: GDPR art. 15.
 */
export async function readPersonalMessages(executor: Executor, accountId: string): Promise<PersonalMessages> {
  const written = await executor
    .select({
      subject: conversations.subject,
      text: messages.text,
      sentAt: messages.sentAt,
      withdrawnAt: messages.withdrawnAt,
    })
    .from(conversationPeople)
    .innerJoin(conversations, eq(conversations.id, conversationPeople.conversationId))
    .innerJoin(messages, eq(messages.conversationId, conversations.id))
    .where(and(eq(conversationPeople.accountId, accountId), eq(messages.authorId, accountId)))
    .orderBy(desc(messages.sentAt));
  return {
    conversations: await takenPartIn(executor, accountId),
    messages: written.map(({ subject, text, sentAt, withdrawnAt }) => ({
      subject,
      text: withdrawnAt ? null : text,
      sentAt: sentAt.toISOString(),
    })),
  };
}
