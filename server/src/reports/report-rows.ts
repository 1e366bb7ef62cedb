import { asc, eq, inArray } from 'drizzle-orm';
import { reports } from '@concertation/schema';
import { documentName, type DocumentName, type ReportState } from '@concertation/shared/domain';
import type { Executor, Transaction } from '../database/index.ts';
import { AppError } from '../lib/index.ts';

type Row = typeof reports.$inferSelect;
export type Report = Omit<Row, 'state'> & { state: ReportState };

const toReport = (row: Row): Report => ({ ...row, state: row.state as ReportState });

/** The name of a report's live document. */
export const reportDocument = (reportId: string): DocumentName => documentName('report', reportId);

/** One report. Throws `not_found`. */
export async function findReport(executor: Executor, reportId: string): Promise<Report> {
  const [row] = await executor.select().from(reports).where(eq(reports.id, reportId));
  if (!row) throw new AppError('not_found');
  return toReport(row);
}

/** One report, held until the end of the transaction: whoever else would move, freeze or correct it waits. */
export async function lockReport(tx: Transaction, reportId: string): Promise<Report> {
  const [row] = await tx.select().from(reports).where(eq(reports.id, reportId)).for('update');
  if (!row) throw new AppError('not_found');
  return toReport(row);
}

/** The report that corrects this one, if any. */
export async function findReplacement(executor: Executor, reportId: string): Promise<string | null> {
  const [row] = await executor.select({ id: reports.id }).from(reports).where(eq(reports.replacesId, reportId));
  return row?.id ?? null;
}

/** Every version of the reports of some presentations, oldest version first. */
export async function reportsOfPresentations(executor: Executor, presentationIds: string[]): Promise<Report[]> {
  if (presentationIds.length === 0) return [];
  const rows = await executor
    .select()
    .from(reports)
    .where(inArray(reports.presentationId, presentationIds))
    .orderBy(asc(reports.presentationId), asc(reports.version));
  return rows.map(toReport);
}
