import { index, pgTable, uuid } from 'drizzle-orm/pg-core';
import { instant } from '../columns.ts';
import { accounts } from './auth.ts';
import { patients } from './patients.ts';

/** One patient's clinical sheet; its words are the Yjs document `case:<id>`. Owner: server/cases. */
export const cases = pgTable(
  'cases',
  {
    id: uuid('id').primaryKey(),
    patientId: uuid('patient_id')
      .notNull()
      .references(() => patients.id),
    ownerId: uuid('owner_id')
      .notNull()
      .references(() => accounts.id),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [index('cases_patient').on(table.patientId)],
);
