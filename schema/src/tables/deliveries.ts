import { bigint, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { instant } from '../columns.ts';
import { accounts } from './auth.ts';
import { reports } from './reports.ts';

/**
 * One signed report on its way to one of those who treat the patient. Owner: server/deliveries. Rules DLV-1 to DLV-12.
 * Source: CM-35 to CM-38.
 */
export const deliveries = pgTable(
  'deliveries',
  {
    id: uuid('id').primaryKey(),
    reportId: uuid('report_id')
      .notNull()
      .references(() => reports.id),
    /** presenter, owner, referent, general_practitioner, correspondent or member. */
    role: text('role').notNull(),
    /** What makes one recipient one: `account:<id>`, `correspondent:<id>` or `attendance:<id>`. */
    recipient: text('recipient').notNull(),
    accountId: uuid('account_id').references(() => accounts.id),
    /** As they were called when the report was signed. */
    name: text('name').notNull(),
    /** product, secure_mail, link; none while no address is known. */
    channel: text('channel').notNull(),
    address: text('address'),
    /** waiting, sent, delivered, read, failed or settled. */
    state: text('state').notNull(),
    /** Closed code of shared/contracts; null when nothing failed. */
    failure: text('failure'),
    /** Message-ID of the last mail sent, with its angle brackets. */
    messageId: text('message_id').unique(),
    attempts: integer('attempts').notNull(),
    createdAt: instant('created_at').notNull(),
    sentAt: instant('sent_at'),
    /** When it was delivered, read, or settled by hand. */
    settledAt: instant('settled_at'),
    settledBy: uuid('settled_by'),
    /** How it reached its recipient otherwise, in the words of who settled it. */
    settlement: text('settlement'),
  },
  (table) => [
    unique('deliveries_once').on(table.reportId, table.recipient),
    index('deliveries_state').on(table.state),
    index('deliveries_account').on(table.accountId),
  ],
);

/** A notice of delivery, refusal or reading that came back, once each. Owner: server/deliveries. Source: RFC 3464, RFC 8098. */
export const deliveryNotices = pgTable(
  'delivery_notices',
  {
    /** Message-ID of the notice. */
    messageId: text('message_id').primaryKey(),
    deliveryId: uuid('delivery_id')
      .notNull()
      .references(() => deliveries.id),
    /** delivered, delayed, failed, displayed or processed. */
    kind: text('kind').notNull(),
    /** Status or error code that it gave, as `5.1.1` or `902`; null when it gave none. */
    code: text('code'),
    receivedAt: instant('received_at').notNull(),
  },
  (table) => [index('delivery_notices_delivery').on(table.deliveryId)],
);

/** How far a mailbox was read. Owner: server/deliveries. Source: RFC 3501, UIDVALIDITY. */
export const mailboxCursors = pgTable('mailbox_cursors', {
  mailbox: text('mailbox').primaryKey(),
  validity: bigint('validity', { mode: 'bigint' }).notNull(),
  lastUid: bigint('last_uid', { mode: 'number' }).notNull(),
});
