import { boolean, date, index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from '../columns.ts';
import { accounts } from './auth.ts';

/** Something that happened and concerns an account. `about` holds ids and a board's name, never a patient's data. Owner: server/notifications. */
export const notifications = pgTable(
  'notifications',
  {
    id: uuid('id').primaryKey(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id),
    kind: text('kind').notNull(),
    /** NotificationAbout of shared/contracts. */
    about: jsonb('about').notNull(),
    createdAt: instant('created_at').notNull(),
    readAt: instant('read_at'),
  },
  (table) => [index('notifications_account').on(table.accountId, table.createdAt)],
);

/** Whether an account also wants a kind of notification by e-mail; no row: yes. Owner: server/notifications. */
export const notificationPreferences = pgTable(
  'notification_preferences',
  {
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id),
    kind: text('kind').notNull(),
    email: boolean('email').notNull(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.kind] })],
);

/** A mail to send, written in the transaction that makes it necessary; the job sends it. Never a patient's data. Owner: server/notifications/mail. */
export const mails = pgTable(
  'mails',
  {
    id: uuid('id').primaryKey(),
    recipient: text('recipient').notNull(),
    subject: text('subject').notNull(),
    text: text('text').notNull(),
    html: text('html').notNull(),
    /** It holds a code or a link that opens something: its words are forgotten once it has left. */
    secret: boolean('secret').notNull().default(false),
    /** An iCalendar object and its method (REQUEST or CANCEL). */
    calendar: text('calendar'),
    calendarMethod: text('calendar_method'),
    createdAt: instant('created_at').notNull(),
    sentAt: instant('sent_at'),
    /** Why the last try failed. */
    failure: text('failure'),
  },
  (table) => [index('mails_created').on(table.createdAt), index('mails_recipient').on(table.recipient)],
);

/** A text message to send, as a mail; the demonstration shows it. Owner: server/notifications/text-messages. Source: SC-19. */
export const textMessages = pgTable(
  'text_messages',
  {
    id: uuid('id').primaryKey(),
    recipient: text('recipient').notNull(),
    text: text('text').notNull(),
    createdAt: instant('created_at').notNull(),
    sentAt: instant('sent_at'),
    failure: text('failure'),
  },
  (table) => [index('text_messages_created').on(table.createdAt)],
);

/** The digest of a day was made for an account: so that it is made once. Owner: server/notifications. */
export const digests = pgTable(
  'digests',
  {
    accountId: uuid('account_id').notNull(),
    day: date('day', { mode: 'string' }).notNull(),
    madeAt: instant('made_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.day] })],
);

/** The latest connection test of an account, from the browser it was made in. Owner: server/notifications. Source: SC-82, OO-26. */
export const connectionTests = pgTable('connection_tests', {
  accountId: uuid('account_id')
    .primaryKey()
    .references(() => accounts.id),
  at: instant('at').notNull(),
  passed: boolean('passed').notNull(),
  /** ConnectionTest of shared/contracts. */
  outcome: jsonb('outcome').notNull(),
});
