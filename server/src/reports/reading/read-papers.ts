import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { frozenReports, renditions } from '@concertation/schema';
import type { Executor } from '../../database/index.ts';
import type { ReportFacts } from '../facts.ts';

/** What leaves of a signed report: its facts, the hash of its frozen bytes, its pages. */
export type ReportPapers = {
  facts: ReportFacts;
  /** SHA-256 of the frozen bytes, hexadecimal. */
  stateHash: string;
  signedPdf: Uint8Array;
  /** The same pages as PDF/A-1, for secure mail; null for a report signed before these were made. */
  archivalPdf: Uint8Array | null;
};

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * The papers of a signed report; null before its signature. Bytes that are no longer those that were stored are not
 * handed out. Who may have them is decided before. Rules FRZ-10, XDM-1.
 */
export async function readPapers(executor: Executor, reportId: string): Promise<ReportPapers | null> {
  const [row] = await executor
    .select({
      documentNumber: frozenReports.documentNumber,
      facts: frozenReports.facts,
      stateHash: frozenReports.stateHash,
      signedPdf: renditions.signedPdf,
      signedHash: renditions.signedHash,
      archivalPdf: renditions.archivalPdf,
      archivalHash: renditions.archivalHash,
    })
    .from(renditions)
    .innerJoin(frozenReports, eq(frozenReports.reportId, renditions.reportId))
    .where(eq(renditions.reportId, reportId));
  if (!row?.signedPdf) return null;
  const { documentNumber, facts, stateHash, signedPdf, signedHash, archivalPdf, archivalHash } = row;
  if (sha256(signedPdf) !== signedHash || (archivalPdf && sha256(archivalPdf) !== archivalHash))
    throw new Error(`a stored PDF of ${documentNumber} is not the one that was made`);
  return { facts: JSON.parse(facts) as ReportFacts, stateHash, signedPdf, archivalPdf };
}
