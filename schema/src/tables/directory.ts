import { sql } from 'drizzle-orm';
import { boolean, customType, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { instant } from '../columns.ts';

/** Text in the order of its bytes, so that one index serves both « begins with » and the order. */
const byteOrdered = customType<{ data: string; driverData: string }>({ dataType: () => 'text collate "C"' });

/**
 * The professionals of the national directory, one a row, of the extraction last loaded. An import builds the next
 * generation of this table and of the two below beside them, with the same indexes, and puts it in their place: so they
 * have no key and no constraint but indexes, and nothing refers to them. Owner: server/directory. Source: SC-12.
 */
export const directoryProfessionals = pgTable(
  'directory_professionals',
  {
    nationalId: byteOrdered('national_id').notNull(),
    rpps: byteOrdered('rpps'),
    title: text('title').notNull(),
    familyName: text('family_name').notNull(),
    givenName: text('given_name').notNull(),
    profession: text('profession').notNull(),
    specialties: text('specialties').array().notNull(),
    towns: text('towns').array().notNull(),
    structures: text('structures').array().notNull(),
    active: boolean('active').notNull(),
    /** `foldText` of the names, written with them. */
    family: byteOrdered('family').notNull(),
    given: byteOrdered('given').notNull(),
    /** Changes when one of the activities does. */
    activitiesMark: text('activities_mark').notNull(),
  },
  (table) => [
    uniqueIndex('directory_professionals_national_id').on(table.nationalId),
    index('directory_professionals_rpps').on(table.rpps),
    index('directory_professionals_family').on(table.family, table.given, table.nationalId),
    index('directory_professionals_given').on(table.given, table.family, table.nationalId),
    index('directory_professionals_words').using(
      'gin',
      sql`to_tsvector('simple', ${table.family} || ' ' || ${table.given})`,
    ),
  ],
);

/** What each professional does and where: one row for each line of the extraction that names an exercise mode. */
export const directoryActivities = pgTable(
  'directory_activities',
  {
    nationalId: byteOrdered('national_id').notNull(),
    profession: text('profession').notNull(),
    specialty: text('specialty').notNull(),
    mode: text('mode').notNull(),
    sector: text('sector').notNull(),
    role: text('role').notNull(),
    structure: text('structure').notNull(),
    finess: text('finess').notNull(),
    postcode: text('postcode').notNull(),
    town: text('town').notNull(),
  },
  (table) => [index('directory_activities_national_id').on(table.nationalId)],
);

/** Every word of the names, with itself less each of its letters: two words one slip apart have one of these in common. */
export const directoryWords = pgTable(
  'directory_words',
  {
    word: byteOrdered('word').notNull(),
    /** How many professionals bear it. */
    bearers: integer('bearers').notNull(),
    slips: text('slips').array().notNull(),
  },
  (table) => [
    uniqueIndex('directory_words_word').on(table.word),
    index('directory_words_slips').using('gin', table.slips),
  ],
);

/** The extractions that took their place, one a row, with what each changed; the last one is in force. */
export const directoryImports = pgTable('directory_imports', {
  id: uuid('id').primaryKey(),
  importedAt: instant('imported_at').notNull(),
  fileName: text('file_name').notNull(),
  /** When the extraction was made. */
  fileDate: instant('file_date').notNull(),
  /** Where it was downloaded, and what to say there so as not to download it again; null for a file given by hand. */
  address: text('address'),
  entityTag: text('entity_tag'),
  lastModified: text('last_modified'),
  lines: integer('lines').notNull(),
  badLines: integer('bad_lines').notNull(),
  professionals: integer('professionals').notNull(),
  /** Against the generation before: who came, who left, whose activities are no longer the same. */
  arrivals: integer('arrivals').notNull(),
  departures: integer('departures').notNull(),
  changed: integer('changed').notNull(),
});

/** Who was in the directory and is in it no longer, until they come back. */
export const directoryDepartures = pgTable('directory_departures', {
  nationalId: byteOrdered('national_id').primaryKey(),
  /** The date of the first extraction without them. */
  departedAt: instant('departed_at').notNull(),
});
