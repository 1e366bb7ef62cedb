import { index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { instant } from '../columns.ts';

/**
 * Who has which role on what. A grantee is an account, or a board (role `presented`), whose members then have their
 * board roles on the subject. Owner: server/access.
 */
export const grants = pgTable(
  'grants',
  {
    id: uuid('id').primaryKey(),
    subjectKind: text('subject_kind').notNull(),
    subjectId: uuid('subject_id').notNull(),
    granteeKind: text('grantee_kind').notNull(),
    granteeId: uuid('grantee_id').notNull(),
    role: text('role').notNull(),
    grantedBy: uuid('granted_by'),
    grantedAt: instant('granted_at').notNull(),
  },
  (table) => [
    unique('grants_once').on(table.subjectKind, table.subjectId, table.granteeKind, table.granteeId, table.role),
    index('grants_grantee').on(table.granteeKind, table.granteeId, table.subjectKind),
  ],
);
