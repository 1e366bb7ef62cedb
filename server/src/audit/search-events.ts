import { and, desc, eq, gte, inArray, lt, or, type SQL, sql } from 'drizzle-orm';
import { auditEvents } from '@concertation/schema';
import type { Executor } from '../database/index.ts';
import { type AuditKind, auditKinds } from './events.ts';

export type AuditRow = Omit<typeof auditEvents.$inferSelect, 'hash'>;

/** What is sought: `account` who acted or was acted upon; `kind` by its beginning; `marked` what is to be seen first. */
export type AuditFilters = {
  from?: Date | undefined;
  until?: Date | undefined;
  accountId?: string | undefined;
  patientId?: string | undefined;
  kind?: string | undefined;
  marked?: boolean | undefined;
};

const { position, at, kind, accountId, sessionId, patientId, subject, details } = auditEvents;
const shown = { position, at, kind, accountId, sessionId, patientId, subject, details };

/** Refusals, and cases opened in an emergency. */
const markedKinds = Object.keys(auditKinds).filter(
  (name) => /[._]refused$/.test(name) || name === ('case.opened_in_emergency' satisfies AuditKind),
);

/** True for what whoever reads the audit is to see first. */
export const isMarked = (name: string): boolean => markedKinds.includes(name);

/** Of one kind, or of those that begin so: one kind's name may be another's beginning. */
const ofKind = (sought: string): SQL | undefined =>
  Object.hasOwn(auditKinds, sought) ? eq(kind, sought) : sql`starts_with(${kind}, ${sought})`;

function matching(filters: AuditFilters): SQL | undefined {
  const { from, until, marked } = filters;
  return and(
    from ? gte(at, from) : undefined,
    until ? lt(at, until) : undefined,
    filters.accountId ? or(eq(accountId, filters.accountId), eq(subject, `account:${filters.accountId}`)) : undefined,
    filters.patientId ? eq(patientId, filters.patientId) : undefined,
    filters.kind ? ofKind(filters.kind) : undefined,
    marked === undefined ? undefined : sql`(${inArray(kind, markedKinds)}) = ${marked}`,
  );
}

/** Events that match, latest first, below a position when one is given; at most `limit`. */
export function searchEvents(
  executor: Executor,
  filters: AuditFilters,
  { before, limit }: { before?: number | undefined; limit: number },
): Promise<AuditRow[]> {
  return executor
    .select(shown)
    .from(auditEvents)
    .where(and(matching(filters), before ? lt(position, before) : undefined))
    .orderBy(desc(position))
    .limit(limit);
}

/** How many events match below a position. */
export function countEvents(executor: Executor, filters: AuditFilters, before: number): Promise<number> {
  return executor.$count(auditEvents, and(matching(filters), lt(position, before)));
}

/** How often an account did one of these since an instant: for what may be tried a few times only. */
export function countOwn(executor: Executor, by: string, kinds: AuditKind[], since: Date): Promise<number> {
  return executor.$count(auditEvents, and(eq(accountId, by), inArray(kind, kinds), gte(at, since)));
}
