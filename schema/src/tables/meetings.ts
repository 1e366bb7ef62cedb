import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { instant } from '../columns.ts';
import { accounts } from './auth.ts';
import { boards } from './boards.ts';
import { cases } from './cases.ts';

/** Dates planned together by one rule. Owner: server/meetings/planning. Source: RFC 5545, RRULE. */
export const meetingSeries = pgTable('meeting_series', {
  id: uuid('id').primaryKey(),
  boardId: uuid('board_id')
    .notNull()
    .references(() => boards.id),
  /** RRULE, as in `FREQ=WEEKLY;BYDAY=TH;COUNT=10`. */
  rule: text('rule').notNull(),
  /** First date on the wall clock of `timeZone`, as `2026-11-26T18:00`. */
  localStart: text('local_start').notNull(),
  timeZone: text('time_zone').notNull(),
  createdBy: uuid('created_by').notNull(),
  createdAt: instant('created_at').notNull(),
});

/** One dated occurrence of a board, « session » (OO-44). Owner: server/meetings. */
export const meetings = pgTable(
  'meetings',
  {
    id: uuid('id').primaryKey(),
    boardId: uuid('board_id')
      .notNull()
      .references(() => boards.id),
    startsAt: instant('starts_at').notNull(),
    durationMinutes: integer('duration_minutes').notNull().default(60),
    state: text('state').notNull(),
    /** Of its first case; null before. */
    startedAt: instant('started_at'),
    closedAt: instant('closed_at'),
    seriesId: uuid('series_id').references(() => meetingSeries.id),
    /** « Session fictive »: a trial, on whose list no patient comes. Source: SC-82, OO-26. */
    fictitious: boolean('fictitious').notNull().default(false),
    /** Video of shared/domain: the board's when the meeting was planned, then its own. Source: OO-31 to OO-36. */
    video: jsonb('video').notNull().default({ mode: 'none', details: '' }),
    /** After this instant only those who run the meeting add a case, marked late. */
    registrationClosesAt: instant('registration_closes_at'),
    capacity: integer('capacity'),
    cancellationReason: text('cancellation_reason'),
    /** Increases with each change of date, place or state: the iCalendar SEQUENCE. */
    revision: integer('revision').notNull().default(1),
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
    /** preparing (its presenter alone sees it), listed, or removed. */
    state: text('state').notNull().default('listed'),
    /** discussion or registration (« enregistrement »). Source: domain.md 1.1. */
    track: text('track').notNull().default('discussion'),
    /** Guideline of shared/domain. */
    guideline: jsonb('guideline'),
    /** Minutes planned; null: the board's. */
    minutes: integer('minutes'),
    urgent: boolean('urgent').notNull().default(false),
    /** Put on the list after registrations closed. */
    late: boolean('late').notNull().default(false),
    /** Keys of the board's labels. Source: SC-72. */
    labels: text('labels')
      .array()
      .notNull()
      .default(sql`'{}'::text[]`),
    /** Answers to the board's questions, as strings by key. Source: SC-71. */
    answers: jsonb('answers').notNull().default({}),
    removalReason: text('removal_reason'),
    /** The clock of the case: seconds counted, and since when it is counting again. */
    discussedSeconds: integer('discussed_seconds').notNull().default(0),
    discussedSince: instant('discussed_since'),
    /** QuorumStatus of shared/domain when the report was last validated, and why somebody went on without. */
    quorum: jsonb('quorum'),
    quorumDerogation: text('quorum_derogation'),
    createdAt: instant('created_at').notNull(),
    listedAt: instant('listed_at'),
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

/** A case moved from one meeting to a later one, and why. Owner: server/meetings/list. Source: SC-85. */
export const presentationMoves = pgTable(
  'presentation_moves',
  {
    id: uuid('id').primaryKey(),
    presentationId: uuid('presentation_id')
      .notNull()
      .references(() => presentations.id),
    fromMeetingId: uuid('from_meeting_id').notNull(),
    toMeetingId: uuid('to_meeting_id').notNull(),
    reason: text('reason').notNull(),
    movedBy: uuid('moved_by').notNull(),
    movedAt: instant('moved_at').notNull(),
  },
  (table) => [index('presentation_moves_presentation').on(table.presentationId)],
);
