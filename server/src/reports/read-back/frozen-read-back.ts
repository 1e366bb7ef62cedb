import { eq } from 'drizzle-orm';
import { frozenReports } from '@concertation/schema';
import type { Executor } from '../../database/index.ts';
import type { ReportFacts } from '../facts.ts';

/** What the freeze kept of the « Relecture »; null before the freeze, and for what was frozen before it was recorded. */
export async function frozenReadBack(executor: Executor, reportId: string): Promise<ReportFacts['readBack'] | null> {
  const [row] = await executor
    .select({ facts: frozenReports.facts })
    .from(frozenReports)
    .where(eq(frozenReports.reportId, reportId));
  return row ? ((JSON.parse(row.facts) as ReportFacts).readBack ?? null) : null;
}
