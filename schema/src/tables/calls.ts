import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from '../columns.ts';
import { accounts } from './auth.ts';
import { meetings } from './meetings.ts';

/**
 * What outlives the process that carries a meeting's call: whether it is locked. Who is inside, hands, chat and speaking
 * time are never rows, and nothing records. Owner: server/calls. Source: SC-81.
 */
export const calls = pgTable('calls', {
  meetingId: uuid('meeting_id')
    .primaryKey()
    .references(() => meetings.id),
  lockedAt: instant('locked_at'),
  lockedBy: uuid('locked_by'),
});

/** Somebody admitted from the waiting room, or removed for good, in one meeting's call. Owner: server/calls. */
export const callDecisions = pgTable(
  'call_decisions',
  {
    meetingId: uuid('meeting_id')
      .notNull()
      .references(() => meetings.id),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id),
    /** admitted or removed. */
    decision: text('decision').notNull(),
    decidedBy: uuid('decided_by').notNull(),
    decidedAt: instant('decided_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.meetingId, table.accountId] })],
);

/** How somebody found the sound and the image. Owner: server/calls. Source: SA-108, SA-109. */
export const callRatings = pgTable(
  'call_ratings',
  {
    meetingId: uuid('meeting_id')
      .notNull()
      .references(() => meetings.id),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id),
    stars: integer('stars').notNull(),
    comment: text('comment').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.meetingId, table.accountId] }),
    check('call_ratings_stars', sql`${table.stars} between 1 and 5`),
  ],
);

/**
 * The personal link of somebody without an account, for one meeting. Its token is kept as its SHA-256. Owner:
 * server/calls/guests. Source: CM-08, CM-32.
 */
export const guestLinks = pgTable(
  'guest_links',
  {
    id: uuid('id').primaryKey(),
    meetingId: uuid('meeting_id')
      .notNull()
      .references(() => meetings.id),
    /** The guest's account, which only this link signs in. */
    accountId: uuid('account_id')
      .notNull()
      .unique()
      .references(() => accounts.id),
    tokenHash: text('token_hash').notNull().unique(),
    email: text('email').notNull(),
    invitedBy: uuid('invited_by').notNull(),
    createdAt: instant('created_at').notNull(),
    openedAt: instant('opened_at'),
    withdrawnAt: instant('withdrawn_at'),
  },
  (table) => [index('guest_links_meeting').on(table.meetingId)],
);
