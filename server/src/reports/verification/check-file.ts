import { createHash } from 'node:crypto';
import { eq, inArray, or } from 'drizzle-orm';
import { frozenReports, renditions, reports } from '@concertation/schema';
import type { CheckedFile } from '@concertation/shared/contracts';
import type { Database, Executor } from '../../database/index.ts';
import type { OpenKey } from '../sign/signer.ts';
import type { Examined, Seal } from './verify-file.ts';
import { verifyInThread } from './verify-in-thread.ts';

type Copy = NonNullable<CheckedFile['copy']>;

/** The number in the reason with which a report is signed (rendition/make-rendition.ts); null in that of anything else. */
const numberInReason = (reason: string): string | null => /^Compte-rendu (\S+) figé par /.exec(reason)?.[1] ?? null;

/**
 * Whether a kept paper has the same signed parts as a file. The signature's own digits are not signed, nor is a time added
 * since: who changes them has the same report still.
 */
function isSigned(kept: Uint8Array | null, pdf: Uint8Array, { range: [start, length, resume, rest] }: Seal): boolean {
  const same = (from: number, to: number): boolean =>
    kept !== null && Buffer.compare(kept.subarray(from, to), pdf.subarray(from, to)) === 0;
  return same(start, start + length) && same(resume, resume + rest);
}

/** The report of which this file is one of the papers: by its hash, or by what is signed of it (PDF-7). */
async function findReportOf(executor: Executor, pdf: Uint8Array, { found, seal }: Examined) {
  const numbers = [found.report?.documentNumber, seal && numberInReason(seal.reason)].filter(
    (number) => typeof number === 'string',
  );
  const hash = createHash('sha256').update(pdf).digest('hex');
  const rows = await executor
    .select({
      reportId: renditions.reportId,
      documentNumber: frozenReports.documentNumber,
      signedPdf: renditions.signedPdf,
      archivalPdf: renditions.archivalPdf,
      signedHash: renditions.signedHash,
      archivalHash: renditions.archivalHash,
    })
    .from(renditions)
    .innerJoin(frozenReports, eq(frozenReports.reportId, renditions.reportId))
    .where(
      or(
        eq(renditions.signedHash, hash),
        eq(renditions.archivalHash, hash),
        inArray(frozenReports.documentNumber, numbers),
      ),
    );
  return rows.find(
    ({ signedHash, archivalHash, signedPdf, archivalPdf }) =>
      signedHash === hash ||
      archivalHash === hash ||
      (seal !== null && (isSigned(signedPdf, pdf, seal) || isSigned(archivalPdf, pdf, seal))),
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

/** A paper that is no report, as a certificate of attendance, is not kept: its seal alone is known, and it has no time. */
function isOtherPaper({ found, seal }: Examined): boolean {
  const isOurs = found.checks.some((one) => one.check === 'signer' && one.outcome === 'holds');
  const isTimed = found.checks.some((one) => one.check === 'timestamp' && one.outcome !== 'absent');
  return isOurs && !isTimed && found.report === null && seal !== null && numberInReason(seal.reason) === null;
}

async function findCopy(executor: Executor, pdf: Uint8Array, examined: Examined): Promise<Copy> {
  const row = await findReportOf(executor, pdf, examined);
  if (!row) return { signedHere: isOtherPaper(examined), documentNumber: null, replacedBy: null };
  const replacedBy = await latestReplacement(executor, row.reportId);
  return { signedHere: true, documentNumber: row.documentNumber, replacedBy };
}

/**
 * What anybody may know of a report's file: whether it is whole, and, when it is, whether this installation signed it and
 * a later version replaced it. The file is not kept, and nothing is said that it does not say itself but the number of
 * what replaces it. `timeRoots`: authorities of time that are expected (DER). Throws `unverifiable`, `too_many`. Rule VER-6.
 */
export async function checkFile(
  { database, openKey, timeRoots }: { database: Database; openKey: OpenKey; timeRoots: readonly Uint8Array[] },
  pdf: Uint8Array,
): Promise<CheckedFile> {
  // Without its key the installation still knows the reports that it signed.
  const own = await openKey().then(
    ({ certificate }) => [certificate],
    () => [],
  );
  const examined = await verifyInThread(pdf, [...own, ...timeRoots]);
  const { found } = examined;
  return { ...found, copy: found.whole ? await findCopy(database.db, pdf, examined) : null };
}
