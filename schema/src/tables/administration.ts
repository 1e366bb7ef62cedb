import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from '../columns.ts';

/**
 * A case opened in an emergency by somebody who has no right on it, with their written reason. It ends by itself.
 * Owner: server/administration. Source: domain 6.1 (bris de glace).
 */
export const emergencyAccesses = pgTable(
  'emergency_accesses',
  {
    id: uuid('id').primaryKey(),
    caseId: uuid('case_id').notNull(),
    accountId: uuid('account_id').notNull(),
    reason: text('reason').notNull(),
    openedAt: instant('opened_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    endedAt: instant('ended_at'),
  },
  (table) => [index('emergency_accesses_case').on(table.caseId), index('emergency_accesses_end').on(table.endsAt)],
);

/** Somebody asks that what is known of them be erased. Owner: server/administration. Source: GDPR art. 17. */
export const erasureRequests = pgTable('erasure_requests', {
  id: uuid('id').primaryKey(),
  accountId: uuid('account_id').notNull(),
  /** waiting, done, refused or withdrawn. */
  state: text('state').notNull(),
  askedAt: instant('asked_at').notNull(),
  decidedBy: uuid('decided_by'),
  decidedAt: instant('decided_at'),
  reason: text('reason'),
});
