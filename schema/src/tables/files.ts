import { bigint, check, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { instant } from '../columns.ts';

/**
 * A document attached to a case, or the proof that an account sent of who it is; its bytes are in the store under its
 * id. Only a `ready` file is ever served. Owner: server/files. Source: SC-23, SC-68, SC-73 to SC-75.
 */
export const files = pgTable(
  'files',
  {
    id: uuid('id').primaryKey(),
    /** Null for a proof. */
    caseId: uuid('case_id'),
    /** For a proof: whose it is, and professional_card or hospital_badge. */
    accountId: uuid('account_id'),
    proofKind: text('proof_kind'),
    /** For the answer to a board's question: the presentation and the question's key. */
    presentationId: uuid('presentation_id'),
    questionKey: text('question_key'),
    /** As its sender named it, cleaned of paths and invisible marks. */
    name: text('name').notNull(),
    bytes: bigint('bytes', { mode: 'number' }).notNull(),
    /** Recognised by content; null until then. */
    format: text('format'),
    state: text('state').notNull(),
    /** Why it is in quarantine. */
    refusal: text('refusal'),
    /** SHA-256 of the content, hexadecimal. */
    hash: text('hash'),
    /** Pages that can be looked at in the page: of a PDF or a TIFF; 1 for another image, 0 for the rest. */
    pages: integer('pages').notNull(),
    uploadedBy: uuid('uploaded_by').notNull(),
    createdAt: instant('created_at').notNull(),
    /** When an antivirus said it is clean; null when none is configured. */
    scannedAt: instant('scanned_at'),
    removedAt: instant('removed_at'),
    removedBy: uuid('removed_by'),
  },
  (table) => [
    index('files_case').on(table.caseId),
    index('files_account').on(table.accountId),
    index('files_state').on(table.state),
    check('files_of_one', sql`num_nonnulls(${table.caseId}, ${table.accountId}) = 1`),
    check('files_proof_is_of_an_account', sql`(${table.proofKind} is null) = (${table.accountId} is null)`),
  ],
);
