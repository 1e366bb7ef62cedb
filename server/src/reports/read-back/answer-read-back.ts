import { reportReadBacks } from '@concertation/schema';
import type { ReadBack, readBackVerdicts } from '@concertation/shared/contracts';
import { isSealed } from '@concertation/shared/domain';
import type { Principal } from '../../access/index.ts';
import type { Audit } from '../../audit/index.ts';
import { readCase } from '../../cases/index.ts';
import { type Database, notify } from '../../database/index.ts';
import type { LiveDocuments } from '../../documents/index.ts';
import { AppError } from '../../lib/index.ts';
import { attendanceOf, readPresentation } from '../../meetings/index.ts';
import { lockReport, reportDocument } from '../report-rows.ts';
import { describeReadBack } from './describe-read-back.ts';

type Needs = { database: Database; audit: Audit; live: LiveDocuments };

/** `reason`: why somebody dissents; who agrees gives none. */
export type ReadBackReply = { verdict: (typeof readBackVerdicts)[number]; textHash: string; reason?: string };

/**
 * Agrees to the decision's exact words, or dissents and says why; again on the same words, it replaces one's answer.
 * Throws `forbidden` for who was not at the meeting, `report_sealed` once it is frozen, `stale` when the words are no
 * longer those that were read. Rules RBK-2, RBK-3.
 */
export async function answerReadBack(
  { database, audit, live }: Needs,
  principal: Principal,
  { reportId, verdict, textHash, reason }: ReadBackReply & { reportId: string },
): Promise<ReadBack> {
  const { accountId } = principal;
  await live.flushed(reportDocument(reportId));
  return database.transaction(async (tx) => {
    const report = await lockReport(tx, reportId);
    const presentation = await readPresentation(tx, report.presentationId);
    const attendance = await attendanceOf(tx, presentation.meetingId);
    if (!attendance.some((line) => line.accountId === accountId)) throw new AppError('forbidden');
    if (isSealed(report.state)) throw new AppError('report_sealed');
    if ((await describeReadBack(tx, principal, report)).textHash !== textHash) throw new AppError('stale');
    const given = { verdict, reason: reason ?? null, givenAt: new Date() };
    await tx
      .insert(reportReadBacks)
      .values({ reportId, accountId, textHash, ...given })
      .onConflictDoUpdate({
        target: [reportReadBacks.reportId, reportReadBacks.accountId, reportReadBacks.textHash],
        set: given,
      });
    // Not the case: its own page shows nothing of this.
    await notify(tx, 'facts_changed', reportDocument(reportId));
    await notify(tx, 'facts_changed', `meeting:${presentation.meetingId}`);
    const { patientId } = await readCase(tx, presentation.caseId);
    const scope = { ...principal, patientId, subject: reportDocument(reportId) };
    const answered = await describeReadBack(tx, principal, report);
    await audit.record(tx, 'report.read_back', scope, { verdict });
    return answered;
  });
}
