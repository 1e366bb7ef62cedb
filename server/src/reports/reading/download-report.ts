import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { frozenReports, renditions } from '@concertation/schema';
import { isSealed } from '@concertation/shared/domain';
import type { Principal } from '../../access/index.ts';
import type { Audit } from '../../audit/index.ts';
import type { Database } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';
import type { FollowReading } from '../ports.ts';
import { findReport, reportDocument } from '../report-rows.ts';
import { findSetting } from './find-setting.ts';

export type SignedReport = { documentNumber: string; pdf: Uint8Array };

/**
 * The signed PDF, and nothing else. Throws `wrong_state` before the freeze, `signature_pending` between the freeze and
 * the signature. `followReading` is told who took it. Bytes that are no longer those that were signed are not handed out. Source: SC-97; rule FRZ-10.
 */
export async function downloadReport(
  { database, audit, followReading }: { database: Database; audit: Audit; followReading: FollowReading },
  principal: Principal,
  reportId: string,
): Promise<SignedReport> {
  return database.transaction(async (tx) => {
    const report = await findReport(tx, reportId);
    if (!isSealed(report.state)) throw new AppError('wrong_state');
    const [row] = await tx
      .select({
        documentNumber: frozenReports.documentNumber,
        pdf: renditions.signedPdf,
        signedHash: renditions.signedHash,
      })
      .from(renditions)
      .innerJoin(frozenReports, eq(frozenReports.reportId, renditions.reportId))
      .where(eq(renditions.reportId, reportId));
    if (!row?.pdf || row.signedHash === null) throw new AppError('signature_pending');
    const { documentNumber, pdf, signedHash } = row;
    if (createHash('sha256').update(pdf).digest('hex') !== signedHash)
      throw new Error(`the stored PDF of ${documentNumber} is not the one that was signed`);
    const { patient } = await findSetting(tx, report.presentationId);
    await followReading(tx, { reportId, accountId: principal.accountId });
    await audit.record(
      tx,
      'report.downloaded',
      { ...principal, patientId: patient.patientId, subject: reportDocument(reportId) },
      { signedHash },
    );
    return { documentNumber, pdf };
  });
}
