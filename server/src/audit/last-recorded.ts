import { and, desc, eq } from 'drizzle-orm';
import { auditEvents } from '@concertation/schema';
import type { Executor } from '../database/index.ts';
import type { AuditKind } from './events.ts';

/** When an act about a patient was last recorded, of anybody or of one account; null: never. For what must not be done, or written down, twice in a row. */
export async function lastRecorded(
  executor: Executor,
  kind: AuditKind,
  { patientId, subject, accountId }: { patientId: string; subject: string; accountId?: string },
): Promise<Date | null> {
  const [row] = await executor
    .select({ at: auditEvents.at })
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.patientId, patientId),
        eq(auditEvents.kind, kind),
        eq(auditEvents.subject, subject),
        accountId === undefined ? undefined : eq(auditEvents.accountId, accountId),
      ),
    )
    .orderBy(desc(auditEvents.position))
    .limit(1);
  return row?.at ?? null;
}
