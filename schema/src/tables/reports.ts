import { sql } from 'drizzle-orm';
import { index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { bytes, instant } from '../columns.ts';
import { accounts } from './auth.ts';
import { presentations } from './meetings.ts';

/** What a meeting concluded on one case; its words are the Yjs document `report:<id>`. Owner: server/reports. */
export const reports = pgTable(
  'reports',
  {
    id: uuid('id').primaryKey(),
    presentationId: uuid('presentation_id')
      .notNull()
      .references(() => presentations.id),
    version: integer('version').notNull(),
    /** The report that this one corrects; the first stays as it was. */
    replacesId: uuid('replaces_id'),
    replacementReason: text('replacement_reason'),
    /** draft, discussion, validated, frozen or signed. */
    state: text('state').notNull(),
    prefilledAt: instant('prefilled_at'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    uniqueIndex('reports_version').on(table.presentationId, table.version),
    uniqueIndex('reports_one_replacement')
      .on(table.replacesId)
      .where(sql`${table.replacesId} is not null`),
  ],
);

/**
 * A frozen report: the bytes everything is rendered from, and the facts of that instant. Written once, in the
 * transaction that froze it, and never changed. Owner: server/reports/freeze. Rules FRZ-1 to FRZ-6.
 */
export const frozenReports = pgTable('frozen_reports', {
  reportId: uuid('report_id')
    .primaryKey()
    .references(() => reports.id),
  documentNumber: text('document_number').notNull().unique(),
  /** The Yjs state, encoded. */
  state: bytes('state').notNull(),
  /** SHA-256 of `state`, hexadecimal. */
  stateHash: text('state_hash').notNull(),
  /** Patient, board, meeting, participants, versions at that instant, as canonical JSON (a text, kept to the byte). */
  facts: text('facts').notNull(),
  journalPosition: integer('journal_position').notNull(),
  /** Hash of the journal's row at that position, hexadecimal: the chain up to there cannot change unseen. Null before it was recorded. */
  journalHash: text('journal_hash'),
  derogation: text('derogation'),
  frozenBy: uuid('frozen_by')
    .notNull()
    .references(() => accounts.id),
  frozenAt: instant('frozen_at').notNull(),
});

/** The signed PDF of a frozen report, or how far it got. Owner: server/reports. */
export const renditions = pgTable(
  'renditions',
  {
    reportId: uuid('report_id')
      .primaryKey()
      .references(() => frozenReports.reportId),
    /** SHA-256 of the unsigned PDF: a later rendering of the same bytes gives the same. */
    unsignedHash: text('unsigned_hash'),
    signedPdf: bytes('signed_pdf'),
    signedHash: text('signed_hash'),
    /** Provenance of shared/contracts, as canonical JSON: who wrote each character. It is inside the signed file too. */
    provenance: text('provenance'),
    signedAt: instant('signed_at'),
    /** PAdES level that `signedPdf` has reached: B, T, LT or LTA; null before the signature. */
    level: text('level'),
    /** When the next level is tried, or the archive timestamp renewed; null: nothing is due. */
    extendAt: instant('extend_at'),
    /** Error code of the last try at a further level; null when none failed. */
    extensionFailure: text('extension_failure'),
    /** The same pages as PDF/A-1a without attachments, sealed, for secure mail and the DMP. */
    archivalPdf: bytes('archival_pdf'),
    archivalHash: text('archival_hash'),
    attempts: integer('attempts').notNull(),
    /** Error code of the last failed try; null when none failed. */
    failure: text('failure'),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [index('renditions_unsigned').on(table.signedAt), index('renditions_extend').on(table.extendAt)],
);

/** Words of a case sheet were copied into a report. Owner: server/reports/drafting. Rules FRZ-12, PRV-4. */
export const reportPrefills = pgTable(
  'report_prefills',
  {
    id: uuid('id').primaryKey(),
    reportId: uuid('report_id')
      .notNull()
      .references(() => reports.id),
    caseId: uuid('case_id').notNull(),
    /** The sheet was read as its journal stood at this position. */
    casePosition: integer('case_position').notNull(),
    /** Hash of the sheet's journal there, hexadecimal. Null before it was recorded. */
    caseHash: text('case_hash'),
    filledAt: instant('filled_at').notNull(),
  },
  (table) => [index('report_prefills_report').on(table.reportId)],
);

/**
 * « Relecture »: what somebody present said of the decision's exact words. It holds while the words have that hash, and
 * is kept when they change. Owner: server/reports/read-back. Rules RBK-1 to RBK-5.
 */
export const reportReadBacks = pgTable(
  'report_read_backs',
  {
    reportId: uuid('report_id')
      .notNull()
      .references(() => reports.id),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id),
    /** SHA-256 of the words that were read, hexadecimal. */
    textHash: text('text_hash').notNull(),
    /** agrees or dissents. */
    verdict: text('verdict').notNull(),
    /** Why somebody dissents; null for who agrees. */
    reason: text('reason'),
    givenAt: instant('given_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.reportId, table.accountId, table.textHash] })],
);
