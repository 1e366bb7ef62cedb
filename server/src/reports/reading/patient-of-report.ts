import { eq } from 'drizzle-orm';
import { reports } from '@concertation/schema';
import { readCase } from '../../cases/index.ts';
import type { Executor } from '../../database/index.ts';
import { readPresentation } from '../../meetings/index.ts';

/** Whom a report is about; null when there is no such report. */
export async function patientOfReport(executor: Executor, reportId: string): Promise<string | null> {
  const [row] = await executor
    .select({ presentationId: reports.presentationId })
    .from(reports)
    .where(eq(reports.id, reportId));
  if (!row) return null;
  const { caseId } = await readPresentation(executor, row.presentationId);
  return (await readCase(executor, caseId)).patientId;
}
