import { createHash } from 'node:crypto';
import { and, asc, eq, lte } from 'drizzle-orm';
import { renditions } from '@concertation/schema';
import type { Audit } from '../../audit/index.ts';
import type { Database } from '../../database/index.ts';
import type { Jobs } from '../../jobs/index.ts';
import type { Logger } from '../../lib/index.ts';
import { notifyFacts } from '../notify-facts.ts';
import { findSetting } from '../reading/find-setting.ts';
import { findReport, reportDocument } from '../report-rows.ts';
import { type TimestampFailure, TimestampRefused } from '../sign/failures.ts';
import { askTime, type TimestampAuthority } from '../sign/timestamp/authority.ts';
import { timestampPdf } from '../sign/timestamp-pdf.ts';
import { verifyPdf } from '../sign/verify-pdf.ts';
import { extendJob } from './extend-job.ts';
import { retryMinutes } from './tolerant-stamp.ts';

type Needs = { database: Database; audit: Audit; log: Logger; authority: TimestampAuthority | null };

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A signed report whose timestamp is due; null when there is none, or when it has it already. */
async function findDue({ db }: Database, reportId: string) {
  const [row] = await db
    .select({
      signedPdf: renditions.signedPdf,
      signedHash: renditions.signedHash,
      extensionFailure: renditions.extensionFailure,
    })
    .from(renditions)
    .where(and(eq(renditions.reportId, reportId), lte(renditions.extendAt, new Date())));
  if (!row?.signedPdf || row.signedHash === null) return null;
  return { ...row, signedPdf: row.signedPdf, signedHash: row.signedHash };
}

/** Asked for a time, what an authority answers: the file with it, or why there is none. */
async function tryTimestamp(
  pdf: Uint8Array,
  authority: TimestampAuthority,
  log: Logger,
): Promise<{ pdf: Uint8Array } | { failure: TimestampFailure }> {
  try {
    return { pdf: await timestampPdf(pdf, askTime(authority)) };
  } catch (error) {
    if (!(error instanceof TimestampRefused)) throw error;
    log.warn({ err: error }, 'a timestamp that a report awaits was not given: it is asked again');
    return { failure: error.code };
  }
}

/** Stores the longer file in the place of the one that it begins with, unless somebody else did meanwhile. */
async function storeExtended(
  { database, audit }: Needs,
  reportId: string,
  before: { signedHash: string },
  pdf: Uint8Array,
): Promise<void> {
  await database.transaction(async (tx) => {
    const signedHash = sha256(pdf);
    const stored = await tx
      .update(renditions)
      .set({ signedPdf: pdf, signedHash, level: 'T', extendAt: null, extensionFailure: null, updatedAt: new Date() })
      .where(and(eq(renditions.reportId, reportId), eq(renditions.signedHash, before.signedHash)))
      .returning({ reportId: renditions.reportId });
    if (stored.length === 0) return;
    const { presentation, patient } = await findSetting(tx, (await findReport(tx, reportId)).presentationId);
    await notifyFacts(tx, reportId, presentation);
    await audit.record(
      tx,
      'report.timestamped',
      { patientId: patient.patientId, subject: reportDocument(reportId) },
      { signedHash, level: 'T' },
    );
  });
}

/**
 * Adds to a signed report the document timestamp that it awaits: an update after its last byte, its signature as it was.
 * Does nothing when none is due. Where there is no time to be had, keeps why, and the report is tried again. Rule PDF-14.
 */
export async function extendSignature(needs: Needs, reportId: string): Promise<void> {
  const { database, authority, log } = needs;
  const due = await findDue(database, reportId);
  if (!due || !authority) return;
  if (sha256(due.signedPdf) !== due.signedHash) throw new Error(`the stored PDF of ${reportId} is not the one signed`);
  const result = await tryTimestamp(due.signedPdf, authority, log);
  if ('pdf' in result) {
    const { timestamps } = await verifyPdf(result.pdf);
    if (timestamps === null) throw new Error(`the timestamp of ${reportId} does not hold`);
    return storeExtended(needs, reportId, due, result.pdf);
  }
  const extendAt = new Date(Date.now() + retryMinutes * 60_000);
  await database.db
    .update(renditions)
    .set({ extendAt, extensionFailure: result.failure, updatedAt: new Date() })
    .where(and(eq(renditions.reportId, reportId), eq(renditions.signedHash, due.signedHash)));
}

/** Finds the signed reports whose timestamp is due, and has each tried now. */
export async function sweepExtensions({ database, jobs }: { database: Database; jobs: Jobs }): Promise<void> {
  const due = await database.db
    .select({ reportId: renditions.reportId })
    .from(renditions)
    .where(lte(renditions.extendAt, new Date()))
    .orderBy(asc(renditions.extendAt));
  for (const { reportId } of due) await jobs.hasten(extendJob, { reportId });
}
