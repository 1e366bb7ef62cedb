import { and, desc, eq, inArray, or, sql } from 'drizzle-orm';
import { auditEvents } from '@concertation/schema';
import type { Executor } from '../database/index.ts';
import type { AuditKind } from './events.ts';

/** What an account did: when, and which kind of act; to whom is not said. */
export type OwnEvent = { at: Date; kind: string };

/** What an account did, latest first, at most `limit` lines. For its own person. Source: GDPR art. 15. */
export function ownEvents(executor: Executor, accountId: string, limit: number): Promise<OwnEvent[]> {
  const { at, kind } = auditEvents;
  return executor
    .select({ at, kind })
    .from(auditEvents)
    .where(eq(auditEvents.accountId, accountId))
    .orderBy(desc(auditEvents.position))
    .limit(limit);
}

/**
 * What others did to an account, to its requests and its roles, of these kinds, latest first; and to these subjects, which
 * it answers for. Source: GDPR art. 15.
 */
export function eventsAbout(
  executor: Executor,
  account: string,
  { kinds, limit, also }: { kinds: readonly AuditKind[]; limit: number; also: { kind: AuditKind; subjects: string[] } },
): Promise<{ at: Date; kind: string; accountId: string | null; subject: string | null }[]> {
  const { at, kind, accountId, subject, details, position } = auditEvents;
  return executor
    .select({ at, kind, accountId, subject })
    .from(auditEvents)
    .where(
      and(
        or(
          and(
            inArray(kind, [...kinds]),
            or(eq(subject, `account:${account}`), sql`${details} ->> 'granteeId' = ${account}`),
          ),
          and(eq(kind, also.kind), inArray(subject, also.subjects)),
        ),
        sql`${accountId} is distinct from ${account}`,
      ),
    )
    .orderBy(desc(position))
    .limit(limit);
}
