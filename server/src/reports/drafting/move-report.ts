import { eq } from 'drizzle-orm';
import { reports } from '@concertation/schema';
import { isSealed, type ReportState } from '@concertation/shared/domain';
import type { Principal } from '../../access/index.ts';
import type { Audit } from '../../audit/index.ts';
import type { Database } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';
import { findSetting } from '../reading/find-setting.ts';
import { lockReport } from '../report-rows.ts';
import { notifyFacts } from '../notify-facts.ts';

export type OpenState = Exclude<ReportState, 'frozen' | 'signed'>;

/**
 * Brouillon, en discussion, validé, in any direction; moving to where it is already changes nothing. Throws
 * `report_sealed` once the report is frozen: there is no way back from there (rule FRZ-13).
 */
export async function moveReport(
  { database, audit }: { database: Database; audit: Audit },
  principal: Principal,
  { reportId, state }: { reportId: string; state: OpenState },
): Promise<void> {
  await database.transaction(async (tx) => {
    const report = await lockReport(tx, reportId);
    if (isSealed(report.state)) throw new AppError('report_sealed');
    if (report.state === state) return;
    const { presentation, patient } = await findSetting(tx, report.presentationId);
    await tx.update(reports).set({ state }).where(eq(reports.id, reportId));
    await notifyFacts(tx, reportId, presentation);
    await audit.record(
      tx,
      'report.moved',
      { ...principal, patientId: patient.patientId, subject: `report:${reportId}` },
      { from: report.state, to: state },
    );
  });
}
