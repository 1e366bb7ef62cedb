import { bigint, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { bytes, instant } from '../columns.ts';

/**
 * Who did what, to which patient, when, in which session. Append-only; each row's hash is an HMAC over the row and the
 * previous hash, so that a changed or deleted row is found. Owner: server/audit.
 */
export const auditEvents = pgTable(
  'audit_events',
  {
    position: bigint('position', { mode: 'number' }).primaryKey(),
    at: instant('at').notNull(),
    kind: text('kind').notNull(),
    accountId: uuid('account_id'),
    sessionId: uuid('session_id'),
    patientId: uuid('patient_id'),
    subject: text('subject'),
    details: jsonb('details').notNull(),
    hash: bytes('hash').notNull(),
  },
  (table) => [
    index('audit_events_patient').on(table.patientId),
    index('audit_events_account').on(table.accountId),
    index('audit_events_subject').on(table.subject),
    index('audit_events_at').on(table.at),
  ],
);
