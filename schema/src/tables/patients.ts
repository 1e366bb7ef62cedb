import { date, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from '../columns.ts';
import { accounts } from './auth.ts';

/** A patient's identity: the strict traits, normalised in capitals without accents, and its reliability. Owner: server/patients. */
export const patients = pgTable(
  'patients',
  {
    id: uuid('id').primaryKey(),
    birthName: text('birth_name').notNull(),
    birthGivenName: text('birth_given_name').notNull(),
    birthDate: date('birth_date', { mode: 'string' }).notNull(),
    sex: text('sex').notNull(),
    usedName: text('used_name'),
    usedGivenName: text('used_given_name'),
    identityStatus: text('identity_status').notNull(),
    revision: integer('revision').notNull(),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => accounts.id),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [index('patients_traits').on(table.birthDate, table.birthName, table.birthGivenName)],
);
