import type { ReportDetail } from '@concertation/shared/contracts';
import type { Principal } from '../../access/index.ts';
import type { Audit } from '../../audit/index.ts';
import type { Database } from '../../database/index.ts';
import type { FollowReading } from '../ports.ts';
import { describeReport } from './describe-report.ts';

/** A report as its readers see it; the reading is recorded, and followed once it is signed. */
export async function readReport(
  { database, audit, followReading }: { database: Database; audit: Audit; followReading: FollowReading },
  principal: Principal,
  reportId: string,
): Promise<ReportDetail> {
  return database.transaction(async (tx) => {
    const detail = await describeReport(tx, principal, reportId);
    if (detail.signature === 'signed') await followReading(tx, { reportId, accountId: principal.accountId });
    await audit.record(
      tx,
      'report.read',
      { ...principal, patientId: detail.patient.patientId, subject: `report:${reportId}` },
      {},
    );
    return detail;
  });
}
