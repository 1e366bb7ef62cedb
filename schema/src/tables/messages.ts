import { index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from '../columns.ts';

/** People who write to each other, about one subject. Owner: server/messages. Source: SC-43. */
export const conversations = pgTable('conversations', {
  id: uuid('id').primaryKey(),
  subject: text('subject').notNull(),
  startedBy: uuid('started_by').notNull(),
  startedAt: instant('started_at').notNull(),
  /** Of its latest message: conversations are listed by it. */
  lastMessageAt: instant('last_message_at').notNull(),
});

/** Who takes part in a conversation, and how far they have read. Owner: server/messages. */
export const conversationPeople = pgTable(
  'conversation_people',
  {
    conversationId: uuid('conversation_id')
      .notNull()
      .references(() => conversations.id),
    accountId: uuid('account_id').notNull(),
    /** Reads what was written from the beginning, whenever they were added. */
    addedBy: uuid('added_by').notNull(),
    addedAt: instant('added_at').notNull(),
    /** They read everything sent until then; null: nothing yet. */
    readUntil: instant('read_until'),
    /** They left: they read and write nothing more. */
    leftAt: instant('left_at'),
  },
  (table) => [
    primaryKey({ columns: [table.conversationId, table.accountId] }),
    index('conversation_people_account').on(table.accountId),
  ],
);

/** A message, never changed. Owner: server/messages. */
export const messages = pgTable(
  'messages',
  {
    /** Given by who writes it: sent twice, it is there once. */
    id: uuid('id').primaryKey(),
    conversationId: uuid('conversation_id')
      .notNull()
      .references(() => conversations.id),
    authorId: uuid('author_id').notNull(),
    /** Empty once withdrawn. */
    text: text('text').notNull(),
    sentAt: instant('sent_at').notNull(),
    withdrawnAt: instant('withdrawn_at'),
  },
  (table) => [index('messages_conversation').on(table.conversationId, table.sentAt)],
);
