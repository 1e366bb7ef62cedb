import type { ReadBack } from '@concertation/shared/contracts';
import type { Principal } from '../../access/index.ts';
import { type Audit, lastRecorded } from '../../audit/index.ts';
import { readCase } from '../../cases/index.ts';
import type { Database, Transaction } from '../../database/index.ts';
import type { LiveDocuments } from '../../documents/index.ts';
import { readPresentation } from '../../meetings/index.ts';
import { findReport, reportDocument } from '../report-rows.ts';
import { describeReadBack } from './describe-read-back.ts';

/** Screens ask again at each pause of who types: one line of the audit says that somebody reads along. */
const sameReadingMs = 10 * 60_000;

type Needs = { database: Database; audit: Audit; live: LiveDocuments };

async function recordReading(tx: Transaction, audit: Audit, principal: Principal, subject: string, caseId: string) {
  const { patientId } = await readCase(tx, caseId);
  const last = await lastRecorded(tx, 'report.read', { patientId, subject, accountId: principal.accountId });
  if (last && Date.now() - last.getTime() < sameReadingMs) return;
  await audit.record(tx, 'report.read', { ...principal, patientId, subject }, {});
}

/**
 * « Relecture »: the decision's exact words, counting everything that was accepted so far, and what those present said
 * of them. The reading is recorded, unless the same person's was within ten minutes. Rules RBK-1, RBK-3, RBK-4.
 */
export async function readReadBack(
  { database, audit, live }: Needs,
  principal: Principal,
  reportId: string,
): Promise<ReadBack> {
  const subject = reportDocument(reportId);
  await live.flushed(subject);
  return database.transaction(async (tx) => {
    const report = await findReport(tx, reportId);
    const { caseId } = await readPresentation(tx, report.presentationId);
    const shown = await describeReadBack(tx, principal, report);
    // Last: the audit's chain is held from here to the commit.
    await recordReading(tx, audit, principal, subject, caseId);
    return shown;
  });
}
