import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from '../columns.ts';
import { cases } from './cases.ts';

/**
 * An opinion asked on a case, from one colleague or from an opinion platform (a board that does not meet), and its
 * answer, written once. Owner: server/opinions. Source: SC-29, SC-96, SC-99, SC-101.
 */
export const opinions = pgTable(
  'opinions',
  {
    id: uuid('id').primaryKey(),
    caseId: uuid('case_id')
      .notNull()
      .references(() => cases.id),
    askedBy: uuid('asked_by').notNull(),
    /** One of the two is set. */
    accountId: uuid('account_id'),
    boardId: uuid('board_id'),
    question: text('question').notNull(),
    askedAt: instant('asked_at').notNull(),
    /** The answer being written, kept as it is typed, shown to its author alone. */
    draft: text('draft').notNull(),
    draftBy: uuid('draft_by'),
    answer: text('answer'),
    answeredBy: uuid('answered_by'),
    answeredAt: instant('answered_at'),
    withdrawnAt: instant('withdrawn_at'),
  },
  (table) => [
    index('opinions_case').on(table.caseId),
    index('opinions_account').on(table.accountId),
    index('opinions_board').on(table.boardId),
    index('opinions_asked_by').on(table.askedBy),
  ],
);
