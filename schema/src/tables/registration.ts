import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from '../columns.ts';

/**
 * A registration whose e-mail is not confirmed yet: no account exists before. Deleted by its confirmation, or when it
 * expires. Owner: server/registration. Source: SC-13 to SC-17.
 */
export const registrations = pgTable('registrations', {
  id: uuid('id').primaryKey(),
  /** SHA-256 of the link's secret, hexadecimal. */
  tokenHash: text('token_hash').notNull().unique(),
  /** The account to create, as validated JSON. */
  draft: text('draft').notNull(),
  /** Argon2id; null for who will sign in with a passkey. */
  passwordHash: text('password_hash'),
  createdAt: instant('created_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
});

/**
 * Somebody asks that their account be checked: with a proof, by an administrator without an RPPS number, or by a
 * colleague of the same organisation who vouches for them. Owner: server/registration. Source: SC-23, SC-24, SC-41.
 */
export const validationRequests = pgTable(
  'validation_requests',
  {
    id: uuid('id').primaryKey(),
    accountId: uuid('account_id').notNull(),
    /** proof, administrator or sponsor. */
    kind: text('kind').notNull(),
    /** professional_card or hospital_badge, for a proof. */
    proofKind: text('proof_kind'),
    /** The image or PDF sent, for a proof; removed some time after the decision. */
    fileId: uuid('file_id'),
    /** Where the sponsor is to belong too, or whose administrators are asked. */
    organisationId: uuid('organisation_id'),
    /** The colleague asked to vouch. */
    sponsorId: uuid('sponsor_id'),
    message: text('message').notNull(),
    /** waiting, accepted, refused, asked_again or withdrawn. */
    state: text('state').notNull(),
    reason: text('reason'),
    decidedBy: uuid('decided_by'),
    decidedAt: instant('decided_at'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    index('validation_requests_account').on(table.accountId),
    index('validation_requests_state').on(table.state, table.createdAt),
  ],
);
