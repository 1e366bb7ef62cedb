import { DateTime } from 'luxon';
import type { AuditLine } from '@concertation/shared/contracts';
import { type AuditFilters, type AuditRow, isMarked } from '../../audit/index.ts';
import { findPeople } from '../../auth/index.ts';
import type { Executor } from '../../database/index.ts';

const zone = 'Europe/Paris';

/** What is asked of the audit: days, as they are counted in Paris, both included. */
export type AskedAudit = {
  from?: string | undefined;
  to?: string | undefined;
  accountId?: string | undefined;
  patientId?: string | undefined;
  kind?: string | undefined;
  marked?: 'true' | 'false' | undefined;
};

/** From days to instants. */
export function toFilters({ from, to, marked, kind, ...ids }: AskedAudit): AuditFilters {
  return {
    ...ids,
    kind: kind === '' ? undefined : kind,
    from: from ? DateTime.fromISO(from, { zone }).toJSDate() : undefined,
    until: to ? DateTime.fromISO(to, { zone }).plus({ days: 1 }).toJSDate() : undefined,
    marked: marked === 'true' ? true : undefined,
  };
}

/** Which filters were used: what is recorded of who reads, without what they typed. */
export const fieldsOf = (asked: AskedAudit): string[] =>
  Object.entries(asked).flatMap(([field, value]) => (value === undefined || value === '' ? [] : [field]));

/** Events with the names of who acted, in their order. One query. */
export async function describeEvents(executor: Executor, rows: AuditRow[]): Promise<AuditLine[]> {
  const people = await findPeople(executor, [...new Set(rows.flatMap(({ accountId }) => accountId ?? []))]);
  return rows.map(({ position, at, kind, accountId, patientId, subject, details }) => ({
    position,
    at: at.toISOString(),
    kind,
    accountId,
    accountName: people.get(accountId ?? '')?.name ?? null,
    patientId,
    subject,
    details: details as Record<string, unknown>,
    marked: isMarked(kind),
  }));
}
