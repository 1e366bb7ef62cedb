import type { ReportState } from '@concertation/shared/domain';
import type { Executor } from '../../database/index.ts';
import { reportsOfPresentations } from '../report-rows.ts';

/** The current report of each presentation: its latest version. Keyed by presentation. */
export async function currentReports(
  executor: Executor,
  presentationIds: string[],
): Promise<Map<string, { reportId: string; state: ReportState }>> {
  const versions = await reportsOfPresentations(executor, presentationIds);
  return new Map(versions.map(({ presentationId, id, state }) => [presentationId, { reportId: id, state }]));
}
