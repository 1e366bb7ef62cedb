import { eq } from 'drizzle-orm';
import { reports } from '@concertation/schema';
import { isSealed, type QuorumStatus, type ReportState } from '@concertation/shared/domain';
import type { Principal } from '../../access/index.ts';
import type { Audit } from '../../audit/index.ts';
import type { Database, Transaction } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';
import { type PresentationFacts, quorumOf, recordQuorum } from '../../meetings/index.ts';
import { findSetting } from '../reading/find-setting.ts';
import { lockReport } from '../report-rows.ts';
import { notifyFacts } from '../notify-facts.ts';

export type OpenState = Exclude<ReportState, 'frozen' | 'signed'>;

/**
 * Keeps the quorum of this instant with the presentation; a reason given while it is met is kept nowhere. Throws
 * `quorum_unmet`, with what is missing, unless a reason to go on without is given. Rule QUO-3.
 */
async function checkQuorum(
  tx: Transaction,
  presentation: PresentationFacts,
  derogation: string | null,
): Promise<QuorumStatus | null> {
  const quorum = await quorumOf(tx, presentation);
  const unmet = quorum !== null && !quorum.met;
  if (unmet && derogation === null) throw new AppError('quorum_unmet', { missing: quorum.missing });
  await recordQuorum(tx, presentation.presentationId, quorum, unmet ? derogation : null);
  return quorum;
}

/**
 * Brouillon, en discussion, validé, in any direction; moving to where it is already changes nothing. Throws
 * `report_sealed` once the report is frozen: there is no way back from there (rule FRZ-13); `quorum_unmet` for a
 * validation without the board's quorum and without a reason (SC-84).
 */
export async function moveReport(
  { database, audit }: { database: Database; audit: Audit },
  principal: Principal,
  {
    reportId,
    state,
    quorumDerogation = null,
  }: { reportId: string; state: OpenState; quorumDerogation?: string | null },
): Promise<void> {
  await database.transaction(async (tx) => {
    const report = await lockReport(tx, reportId);
    if (isSealed(report.state)) throw new AppError('report_sealed');
    if (report.state === state) return;
    const { presentation, patient } = await findSetting(tx, report.presentationId);
    const quorum = state === 'validated' ? await checkQuorum(tx, presentation, quorumDerogation) : null;
    await tx.update(reports).set({ state }).where(eq(reports.id, reportId));
    await notifyFacts(tx, reportId, presentation);
    await audit.record(
      tx,
      'report.moved',
      { ...principal, patientId: patient.patientId, subject: `report:${reportId}` },
      {
        from: report.state,
        to: state,
        ...(quorum
          ? {
              quorum: {
                met: quorum.met,
                missing: quorum.missing.length,
                typed: quorum.typed,
                derogation: !quorum.met,
              },
            }
          : {}),
      },
    );
  });
}
