import { pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from '../columns.ts';

/** A standing RCP. Its members are grants on it. Owner: server/boards. */
export const boards = pgTable('boards', {
  id: uuid('id').primaryKey(),
  name: text('name').notNull(),
  kind: text('kind').notNull(),
  organisation: text('organisation').notNull(),
  createdAt: instant('created_at').notNull(),
});
