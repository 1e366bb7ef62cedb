import { index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from '../columns.ts';
import { cases } from './cases.ts';

/** A named set of cases. Its members are grants on it; being in a cohort gives no right on a case. Owner: server/cohorts. Source: SC-25, SC-35. */
export const cohorts = pgTable('cohorts', {
  id: uuid('id').primaryKey(),
  name: text('name').notNull(),
  description: text('description').notNull(),
  createdAt: instant('created_at').notNull(),
});

/** A case in a cohort. Owner: server/cohorts. */
export const cohortCases = pgTable(
  'cohort_cases',
  {
    cohortId: uuid('cohort_id')
      .notNull()
      .references(() => cohorts.id, { onDelete: 'cascade' }),
    caseId: uuid('case_id')
      .notNull()
      .references(() => cases.id),
    addedBy: uuid('added_by').notNull(),
    addedAt: instant('added_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.cohortId, table.caseId] }), index('cohort_cases_case').on(table.caseId)],
);
