import { and, eq, inArray } from 'drizzle-orm';
import { reports } from '@concertation/schema';
import type { Executor } from '../../database/index.ts';

/** Of these reports, those that a signed version corrects: which, in one query. */
export async function signedReplacements(executor: Executor, reportIds: string[]): Promise<Map<string, string>> {
  if (reportIds.length === 0) return new Map();
  const rows = await executor
    .select({ id: reports.id, replacesId: reports.replacesId })
    .from(reports)
    .where(and(inArray(reports.replacesId, reportIds), eq(reports.state, 'signed')));
  return new Map(rows.map(({ id, replacesId }) => [replacesId ?? '', id]));
}
