import { boolean, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { instant } from '../columns.ts';

/**
 * A group of professionals: a network (« filière »), an establishment or a department. Who administers it, and who
 * belongs to it, are grants on it. A published network has a public portal at its slug. Owner: server/organisations.
 * Source: SC-08, SC-46.
 */
export const organisations = pgTable(
  'organisations',
  {
    id: uuid('id').primaryKey(),
    kind: text('kind').notNull(),
    name: text('name').notNull(),
    /** The portal's sub-domain and path; null where there is none. */
    slug: text('slug'),
    place: text('place').notNull(),
    presentation: text('presentation').notNull(),
    /** Help contact, shown wherever somebody may be stuck. Source: SC-07, OO-07. */
    helpEmail: text('help_email').notNull(),
    helpPhone: text('help_phone').notNull(),
    published: boolean('published').notNull(),
    /** `foldText` of name and place, written with them. */
    searchText: text('search_text').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    uniqueIndex('organisations_slug').on(table.slug),
    index('organisations_search').using('gin', table.searchText.op('gin_trgm_ops')),
  ],
);
