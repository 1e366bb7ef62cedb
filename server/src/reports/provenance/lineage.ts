import { asc, eq, inArray } from 'drizzle-orm';
import { frozenReports, reportPrefills, reports } from '@concertation/schema';
import { documentName } from '@concertation/shared/domain';
import type { Executor } from '../../database/index.ts';
import { type JournalRow, readJournal } from '../../documents/index.ts';
import { reportDocument } from '../report-rows.ts';
import type { Prefill } from './trace-provenance.ts';

/** The report, and those that it corrects, first version first: its words began there. */
export async function lineageOf(executor: Executor, reportId: string): Promise<string[]> {
  const ids: string[] = [];
  for (let next: string | null = reportId; next !== null;) {
    ids.unshift(next);
    const [row]: { replacesId: string | null }[] = await executor
      .select({ replacesId: reports.replacesId })
      .from(reports)
      .where(eq(reports.id, next));
    next = row?.replacesId ?? null;
  }
  return ids;
}

/**
 * The rows that made the words of the versions that a report corrects, each up to its freeze. A correction starts from
 * the frozen state, which keeps the ids of every character: the rows that follow build on these. Throws JournalAltered.
 */
export async function earlierRows(executor: Executor, lineage: readonly string[]): Promise<JournalRow[]> {
  const rows: JournalRow[] = [];
  for (const reportId of lineage.slice(0, -1)) {
    const [frozen] = await executor
      .select({ through: frozenReports.journalPosition, hash: frozenReports.journalHash })
      .from(frozenReports)
      .where(eq(frozenReports.reportId, reportId));
    for (const row of await readJournal(executor, reportDocument(reportId), frozen?.through ?? 0, frozen?.hash))
      rows.push(row);
  }
  return rows;
}

/** The copies of a case sheet into any of these versions, oldest first, each with the sheet as it was read. */
export async function prefillsOf(executor: Executor, lineage: readonly string[]): Promise<Prefill[]> {
  const copies = await executor
    .select()
    .from(reportPrefills)
    .where(inArray(reportPrefills.reportId, [...lineage]))
    .orderBy(asc(reportPrefills.filledAt));
  const prefills: Prefill[] = [];
  for (const { caseId, casePosition, caseHash, filledAt } of copies)
    prefills.push({
      filledAt,
      sheet: await readJournal(executor, documentName('case', caseId), casePosition, caseHash),
    });
  return prefills;
}
