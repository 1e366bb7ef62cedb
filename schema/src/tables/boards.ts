import { boolean, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { instant } from '../columns.ts';
import { organisations } from './organisations.ts';

/**
 * A standing RCP, the « RCP de référence » (OO-44): what its meetings are made of when they are planned. Its members
 * are grants on it. Owner: server/boards.
 */
export const boards = pgTable(
  'boards',
  {
    id: uuid('id').primaryKey(),
    name: text('name').notNull(),
    kind: text('kind').notNull(),
    variant: text('variant').notNull().default('standard'),
    level: text('level').notNull().default('local'),
    /** The name announced beside the board's; the organisations it belongs to are `board_organisations`. */
    organisation: text('organisation').notNull(),
    /** Medical field, as people search for it: « digestif », « thyroïde ». */
    field: text('field').notNull().default(''),
    place: text('place').notNull().default(''),
    charter: text('charter').notNull().default(''),
    frequency: text('frequency').notNull().default('on_demand'),
    timeZone: text('time_zone').notNull().default('Europe/Paris'),
    /** Cases that one meeting takes; null: no limit. */
    capacity: integer('capacity'),
    /** Registrations close so many hours before a meeting; 0: at its start. */
    closingHours: integer('closing_hours').notNull().default(0),
    minutesPerCase: integer('minutes_per_case').notNull().default(6),
    /** Whether people from outside the team may be invited as guests. */
    admitsGuests: boolean('admits_guests').notNull().default(false),
    /** Whether the public portals of its organisations show it, and its members' names. */
    published: boolean('published').notNull().default(false),
    showsMembers: boolean('shows_members').notNull().default(false),
    /** QuorumRules of shared/domain; null: no quorum. */
    quorum: jsonb('quorum'),
    /** BoardLabel[] of shared/domain. */
    labels: jsonb('labels').notNull().default([]),
    labelsMandatory: boolean('labels_mandatory').notNull().default(false),
    /** Question[] of shared/domain: « Infos complémentaires ». */
    questionnaire: jsonb('questionnaire').notNull().default([]),
    /** Video of shared/domain, copied to the meetings planned afterwards (OO-36). */
    video: jsonb('video').notNull().default({ mode: 'none', details: '' }),
    /** `foldText` of name, field, place and organisations, written with them: what a search compares. */
    searchText: text('search_text').notNull().default(''),
    revision: integer('revision').notNull().default(1),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [index('boards_search').using('gin', table.searchText.op('gin_trgm_ops'))],
);

/** The organisations to which a board belongs, one or several. Owner: server/boards. Source: SC-47. */
export const boardOrganisations = pgTable(
  'board_organisations',
  {
    boardId: uuid('board_id')
      .notNull()
      .references(() => boards.id),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
  },
  (table) => [
    primaryKey({ columns: [table.boardId, table.organisationId] }),
    index('board_organisations_organisation').on(table.organisationId),
  ],
);

/**
 * Somebody asked by e-mail to come: to the product alone, to a board, or to one meeting of it. The link's token is
 * kept as its SHA-256. Owner: server/boards/invitations. Source: SC-25, SC-32.
 */
export const invitations = pgTable(
  'invitations',
  {
    id: uuid('id').primaryKey(),
    tokenHash: text('token_hash').notNull(),
    email: text('email').notNull(),
    boardId: uuid('board_id').references(() => boards.id),
    meetingId: uuid('meeting_id'),
    /** A board role; null when the invitation is to the product alone. */
    role: text('role'),
    invitedBy: uuid('invited_by').notNull(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    acceptedBy: uuid('accepted_by'),
    acceptedAt: instant('accepted_at'),
  },
  (table) => [uniqueIndex('invitations_token').on(table.tokenHash), index('invitations_board').on(table.boardId)],
);
