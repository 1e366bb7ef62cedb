import { eq } from 'drizzle-orm';
import { frozenReports, renditions } from '@concertation/schema';
import { abilities } from '@concertation/shared/access';
import type { ReportDetail } from '@concertation/shared/contracts';
import { type Principal, rolesOf } from '../../access/index.ts';
import { findPeople } from '../../auth/index.ts';
import type { Executor } from '../../database/index.ts';
import { signedReplacements } from '../fhir/signed-replacements.ts';
import { findReplacement, findReport } from '../report-rows.ts';
import { findSetting } from './find-setting.ts';

/** The frozen side of a report: number, hash, who and when, how far its signature is. Null before the freeze. */
async function frozenSide(executor: Executor, reportId: string) {
  const [row] = await executor
    .select({
      documentNumber: frozenReports.documentNumber,
      stateHash: frozenReports.stateHash,
      frozenAt: frozenReports.frozenAt,
      frozenBy: frozenReports.frozenBy,
      signedAt: renditions.signedAt,
      failure: renditions.failure,
      level: renditions.level,
      extendAt: renditions.extendAt,
    })
    .from(frozenReports)
    .leftJoin(renditions, eq(renditions.reportId, frozenReports.reportId))
    .where(eq(frozenReports.reportId, reportId));
  if (!row) return null;
  const people = await findPeople(executor, [row.frozenBy]);
  return { ...row, frozenBy: people.get(row.frozenBy)?.name ?? null };
}

/** A report as its readers see it. Throws `not_found`; who may read it is decided before. */
export async function describeReport(
  executor: Executor,
  principal: Principal,
  reportId: string,
): Promise<ReportDetail> {
  const report = await findReport(executor, reportId);
  const { presentation, board, patient } = await findSetting(executor, report.presentationId);
  const frozen = await frozenSide(executor, reportId);
  return {
    reportId,
    presentationId: report.presentationId,
    meetingId: presentation.meetingId,
    caseId: presentation.caseId,
    boardName: board.name,
    patient,
    state: report.state,
    version: report.version,
    replaces: report.replacesId,
    replacedBy: await findReplacement(executor, reportId),
    isReplaced: (await signedReplacements(executor, [reportId])).has(reportId),
    prefilledAt: report.prefilledAt?.toISOString() ?? null,
    frozenAt: frozen?.frozenAt.toISOString() ?? null,
    frozenBy: frozen?.frozenBy ?? null,
    documentNumber: frozen?.documentNumber ?? null,
    stateHash: frozen?.stateHash ?? null,
    signature: frozen === null ? 'none' : frozen.signedAt === null ? 'pending' : 'signed',
    signatureFailure: frozen?.failure ?? null,
    signatureLevel: (frozen?.level ?? null) as ReportDetail['signatureLevel'],
    timestampAwaited: frozen?.level === 'B' && frozen.extendAt !== null,
    abilities: abilities(await rolesOf(executor, principal.accountId, { kind: 'report', id: reportId })),
  };
}
