import { index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { instant } from '../columns.ts';
import { accounts } from './auth.ts';
import { boards } from './boards.ts';
import { cases } from './cases.ts';

/** One dated occurrence of a board. Owner: server/meetings. */
export const meetings = pgTable(
  'meetings',
  {
    id: uuid('id').primaryKey(),
    boardId: uuid('board_id')
      .notNull()
      .references(() => boards.id),
    startsAt: instant('starts_at').notNull(),
    state: text('state').notNull(),
    /** The presentation that everyone who follows is looking at. */
    currentPresentationId: uuid('current_presentation_id'),
  },
  (table) => [index('meetings_board').on(table.boardId, table.startsAt)],
);

/** A case on a meeting's list. Owner: server/meetings. */
export const presentations = pgTable(
  'presentations',
  {
    id: uuid('id').primaryKey(),
    meetingId: uuid('meeting_id')
      .notNull()
      .references(() => meetings.id),
    caseId: uuid('case_id')
      .notNull()
      .references(() => cases.id),
    presenterId: uuid('presenter_id')
      .notNull()
      .references(() => accounts.id),
    position: integer('position').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    unique('presentations_once').on(table.meetingId, table.caseId),
    index('presentations_case').on(table.caseId),
  ],
);

/**
 * Who was there, from when to when. `connection` rows come from live channels of the meeting's document; `secretary`
 * rows are typed for people in the room. Owner: server/meetings/attendance.
 */
export const attendances = pgTable(
  'attendances',
  {
    id: uuid('id').primaryKey(),
    meetingId: uuid('meeting_id')
      .notNull()
      .references(() => meetings.id),
    accountId: uuid('account_id').references(() => accounts.id),
    name: text('name').notNull(),
    specialty: text('specialty').notNull(),
    source: text('source').notNull(),
    recordedBy: uuid('recorded_by'),
    arrivedAt: instant('arrived_at').notNull(),
    /** Last time the connection was seen alive: the departure, when the server died before it could write one. */
    lastSeenAt: instant('last_seen_at').notNull(),
    leftAt: instant('left_at'),
  },
  (table) => [index('attendances_meeting').on(table.meetingId)],
);
