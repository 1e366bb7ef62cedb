import { sql } from 'drizzle-orm';
import { boolean, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
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
    /** « Créer mon patient »: null while the three steps are being filled in. Source: SC-76. */
    registeredAt: instant('registered_at'),
  },
  (table) => [index('cases_patient').on(table.patientId)],
);

/**
 * What the patient was told and answered: one row per case, each change audited. Owner: server/cases/consent. Source:
 * domain.md 6.1.
 */
export const caseConsents = pgTable('case_consents', {
  caseId: uuid('case_id')
    .primaryKey()
    .references(() => cases.id),
  informedOn: text('informed_on').notNull(),
  informedBy: text('informed_by').notNull(),
  means: text('means').notNull(),
  /** none or objected. */
  opposition: text('opposition').notNull(),
  /** Agreed to sharing outside the care team: guests may read. */
  sharing: boolean('sharing').notNull(),
  recordedBy: uuid('recorded_by').notNull(),
  recordedAt: instant('recorded_at').notNull(),
  revision: integer('revision').notNull(),
});

/**
 * A « demande » on a case, pending until it is answered: a place on a meeting's list, or an opinion asked. Its id is
 * the presentation's or the opinion's, whose rooms say what becomes of it. Owner: server/cases/requests. Source: SC-49,
 * SC-101.
 */
export const caseRequests = pgTable(
  'case_requests',
  {
    id: uuid('id').primaryKey(),
    caseId: uuid('case_id')
      .notNull()
      .references(() => cases.id),
    kind: text('kind').notNull(),
    askedAt: instant('asked_at').notNull(),
    answeredAt: instant('answered_at'),
  },
  (table) => [index('case_requests_case').on(table.caseId)],
);

/**
 * Who treats the patient outside the meeting and receives its reports: the médecin traitant, other correspondents. Owner:
 * server/cases/correspondents. Source: CM-37, CM-38, domain.md 1.6.
 */
export const caseCorrespondents = pgTable(
  'case_correspondents',
  {
    id: uuid('id').primaryKey(),
    caseId: uuid('case_id')
      .notNull()
      .references(() => cases.id),
    /** general_practitioner or correspondent. */
    role: text('role').notNull(),
    name: text('name').notNull(),
    /** Their account, when they have one here: they then read the report in the product. */
    accountId: uuid('account_id').references(() => accounts.id),
    /** Where secure mail reaches them; null while nobody knows. */
    address: text('address'),
    addedBy: uuid('added_by').notNull(),
    addedAt: instant('added_at').notNull(),
    removedAt: instant('removed_at'),
  },
  (table) => [
    index('case_correspondents_case').on(table.caseId),
    uniqueIndex('case_correspondents_one_practitioner')
      .on(table.caseId)
      .where(sql`${table.role} = 'general_practitioner' and ${table.removedAt} is null`),
  ],
);
