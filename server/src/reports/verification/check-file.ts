import { createHash } from 'node:crypto';
import { eq, or } from 'drizzle-orm';
import { frozenReports, renditions, reports } from '@concertation/schema';
import type { CheckedFile, Verification } from '@concertation/shared/contracts';
import type { Database, Executor } from '../../database/index.ts';
import type { OpenKey } from '../sign/signer.ts';
import { verifyInThread } from './verify-in-thread.ts';

type Copy = NonNullable<CheckedFile['copy']>;

const startsWith = (whole: Uint8Array, part: Uint8Array): boolean =>
  part.length <= whole.length && Buffer.compare(whole.subarray(0, part.length), part) === 0;

/** The report of which this file is one of the papers: by its hash, or because the paper has only grown since (PDF-7). */
async function findReportOf(executor: Executor, pdf: Uint8Array, { report }: Verification) {
  const hash = createHash('sha256').update(pdf).digest('hex');
  const rows = await executor
    .select({
      reportId: renditions.reportId,
      documentNumber: frozenReports.documentNumber,
      signedPdf: renditions.signedPdf,
      signedHash: renditions.signedHash,
      archivalHash: renditions.archivalHash,
    })
    .from(renditions)
    .innerJoin(frozenReports, eq(frozenReports.reportId, renditions.reportId))
    .where(
      or(
        eq(renditions.signedHash, hash),
        eq(renditions.archivalHash, hash),
        eq(frozenReports.documentNumber, report?.documentNumber ?? ''),
      ),
    );
  return rows.find(
    ({ signedHash, archivalHash, signedPdf }) =>
      signedHash === hash || archivalHash === hash || (signedPdf !== null && startsWith(signedPdf, pdf)),
  );
}

/** The number of the latest signed version that replaces a report, if any. */
async function latestReplacement(executor: Executor, reportId: string): Promise<string | null> {
  const [next] = await executor
    .select({ reportId: reports.id, documentNumber: frozenReports.documentNumber, signedAt: renditions.signedAt })
    .from(reports)
    .innerJoin(frozenReports, eq(frozenReports.reportId, reports.id))
    .innerJoin(renditions, eq(renditions.reportId, reports.id))
    .where(eq(reports.replacesId, reportId));
  if (!next || next.signedAt === null) return null;
  return (await latestReplacement(executor, next.reportId)) ?? next.documentNumber;
}

async function findCopy(executor: Executor, pdf: Uint8Array, found: Verification): Promise<Copy> {
  const row = await findReportOf(executor, pdf, found);
  if (!row) {
    // A paper that is no report, as a certificate of attendance, is not kept: its seal alone is known.
    const sealedHere =
      found.report === null && found.checks.some((one) => one.check === 'signer' && one.outcome === 'holds');
    return { signedHere: sealedHere, documentNumber: null, replacedBy: null };
  }
  const replacedBy = await latestReplacement(executor, row.reportId);
  return { signedHere: true, documentNumber: row.documentNumber, replacedBy };
}

/**
 * What anybody may know of a report's file: whether it is whole, and, when it is, whether this installation signed it and
 * a later version replaced it. The file is not kept, and nothing is said that it does not say itself but the number of
 * what replaces it. Throws `unverifiable`, `too_many`. Rule VER-6.
 */
export async function checkFile(
  { database, openKey }: { database: Database; openKey: OpenKey },
  pdf: Uint8Array,
): Promise<CheckedFile> {
  // Without its key the installation still knows the reports that it signed.
  const own = await openKey().then(
    ({ certificate }) => [certificate],
    () => [],
  );
  const found = await verifyInThread(pdf, own);
  return { ...found, copy: found.whole ? await findCopy(database.db, pdf, found) : null };
}
