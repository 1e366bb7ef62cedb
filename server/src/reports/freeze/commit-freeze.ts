import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { frozenReports, renditions, reports } from '@concertation/schema';
import type { FreezeCheck } from '@concertation/shared/contracts';
import { isSealed } from '@concertation/shared/domain';
import type { Principal } from '../../access/index.ts';
import type { Audit } from '../../audit/index.ts';
import { answerRequest } from '../../cases/index.ts';
import type { Database } from '../../database/index.ts';
import { markSealed } from '../../documents/index.ts';
import type { Jobs } from '../../jobs/index.ts';
import { canonicalJson } from '../../lib/index.ts';
import { notifyFacts } from '../notify-facts.ts';
import { renderSignJob } from '../rendition/render-sign-job.ts';
import { lockReport, reportDocument } from '../report-rows.ts';
import { examine, refuseUnlessFreezable } from './examine.ts';
import { findAuthors } from './find-authors.ts';
import { type Establishment, gatherFacts } from './gather-facts.ts';
import { nextDocumentNumber } from './next-document-number.ts';

export type FreezeRequest = { reportId: string; check: FreezeCheck; derogation: string | null };

/**
 * The one transaction of a freeze: bytes, hash, facts, mark, the request that it answers, the work of signing, the audit
 * row. Everything is examined again here, on the text that the seal has closed. A report that is already frozen is left
 * as it is. Rule FRZ-6.
 */
export async function commitFreeze(
  {
    database,
    audit,
    jobs,
    configuration,
  }: { database: Database; audit: Audit; jobs: Jobs; configuration: Establishment },
  principal: Principal,
  request: FreezeRequest,
): Promise<void> {
  const { reportId } = request;
  await database.transaction(async (tx) => {
    const report = await lockReport(tx, reportId);
    if (isSealed(report.state)) return;
    const examined = await examine(tx, report);
    refuseUnlessFreezable(examined, request);

    const { setting, state, position: journalPosition, hash } = examined;
    const frozenAt = new Date();
    const derogation = examined.gaps.length > 0 ? request.derogation : null;
    const documentNumber = await nextDocumentNumber(tx, frozenAt);
    const authors = await findAuthors(tx, report);
    const facts = await gatherFacts(tx, configuration, principal, {
      ...examined,
      report,
      documentNumber,
      frozenAt,
      derogation,
      authors,
    });
    const stateHash = createHash('sha256').update(state).digest('hex');

    await tx.insert(frozenReports).values({
      reportId,
      documentNumber,
      state,
      stateHash,
      journalPosition,
      journalHash: Buffer.from(hash).toString('hex'),
      derogation,
      frozenAt,
      facts: canonicalJson(facts),
      frozenBy: principal.accountId,
    });
    await tx.insert(renditions).values({ reportId, attempts: 0, updatedAt: frozenAt });
    await tx.update(reports).set({ state: 'frozen' }).where(eq(reports.id, reportId));
    await markSealed(tx, reportDocument(reportId));
    await jobs.enqueue(tx, renderSignJob, { reportId });
    await answerRequest(tx, report.presentationId);
    await notifyFacts(tx, reportId, setting.presentation);
    const scope = { ...principal, patientId: setting.patient.patientId, subject: reportDocument(reportId) };
    await audit.record(tx, 'report.frozen', scope, { stateHash, journalPosition, derogation: derogation !== null });
  });
}
