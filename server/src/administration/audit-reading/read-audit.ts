import type { AuditLine } from '@concertation/shared/contracts';
import type { Principal } from '../../access/index.ts';
import { type Audit, searchEvents } from '../../audit/index.ts';
import type { Database } from '../../database/index.ts';
import { type AskedAudit, describeEvents, fieldsOf, toFilters } from './audit-lines.ts';

const page = 100;

/** The audit, latest first, 100 at a time. That somebody reads it is recorded once, with the first page. */
export async function readAudit(
  { database, audit }: { database: Database; audit: Audit },
  principal: Principal,
  { before, ...asked }: AskedAudit & { before?: number | undefined },
): Promise<AuditLine[]> {
  const rows = await searchEvents(database.db, toFilters(asked), { before, limit: page });
  if (before === undefined)
    await database.transaction((tx) => audit.record(tx, 'audit.read', principal, { fields: fieldsOf(asked) }));
  return describeEvents(database.db, rows);
}
