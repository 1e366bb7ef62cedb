import type { EstablishmentIds } from '../../config/index.ts';
import type { ReportPapers } from '../reading/read-papers.ts';
import type { CdaHeader } from './header.ts';
import { headerOf } from './to-header.ts';
import { writeCda } from './write-cda.ts';

/** A report's CDA document: its bytes, what its header says, and the PDF that is inside. */
export type CdaDocument = { xml: Uint8Array; header: CdaHeader; pdf: Uint8Array };

/**
 * The CDA document of a signed report: the header from its frozen facts, its PDF/A-1 as it is (the signed original where
 * none was made). `fallback`: the establishment's numbers of today, for a report frozen before they were recorded.
 * Throws NoIdentifiers. Rules CDA-1 to CDA-6.
 */
export function cdaDocument(papers: ReportPapers, fallback: EstablishmentIds): CdaDocument {
  const header = headerOf(papers, fallback);
  const pdf = papers.archivalPdf ?? papers.signedPdf;
  return { xml: writeCda(header, pdf), header, pdf };
}
