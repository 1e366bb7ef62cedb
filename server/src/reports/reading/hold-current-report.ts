import type { ReportState } from '@concertation/shared/domain';
import type { Transaction } from '../../database/index.ts';
import { lockReport } from '../report-rows.ts';
import { currentReports } from './current-reports.ts';

/**
 * The current report of a presentation, held until the end of the transaction; null when it has none. For commands of
 * other rooms that depend on how far it is.
 */
export async function holdCurrentReport(
  tx: Transaction,
  presentationId: string,
): Promise<{ reportId: string; state: ReportState } | null> {
  const current = (await currentReports(tx, [presentationId])).get(presentationId);
  if (!current) return null;
  const { state } = await lockReport(tx, current.reportId);
  return { reportId: current.reportId, state };
}
