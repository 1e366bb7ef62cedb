import type { ReportDetail } from '@concertation/shared/contracts';
import type { Principal } from '../../access/index.ts';
import type { Audit } from '../../audit/index.ts';
import type { Database } from '../../database/index.ts';
import { describeReport } from './describe-report.ts';

/** A report as its readers see it; the reading is recorded. */
export async function readReport(
  { database, audit }: { database: Database; audit: Audit },
  principal: Principal,
  reportId: string,
): Promise<ReportDetail> {
  return database.transaction(async (tx) => {
    const detail = await describeReport(tx, principal, reportId);
    await audit.record(
      tx,
      'report.read',
      { ...principal, patientId: detail.patient.patientId, subject: `report:${reportId}` },
      {},
    );
    return detail;
  });
}
