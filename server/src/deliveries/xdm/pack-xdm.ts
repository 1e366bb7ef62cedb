import type { EstablishmentIds } from '../../config/index.ts';
import { cdaDocument, cdaTime, documentCode, type ReportPapers } from '../../reports/index.ts';
import { index, readme } from './about-pages.ts';
import { xdmPdfName, xdmSubject } from './plain-names.ts';
import { xdsMetadata } from './xds-metadata.ts';
import { zipFiles } from './zip-files.ts';

/** A signed report as secure mail carries it: one archive and the same pages beside it. Source: domain.md 5.1. */
export type XdmPackage = {
  /** `IHE_XDM.ZIP`. */
  zip: Uint8Array;
  /** PDF/A-1. */
  pdf: Uint8Array;
  pdfName: string;
  subject: string;
  /** For `X-MSS-CODECDA`. */
  codeCda: string;
  /** For `X-MSS-INS`: the matricule, its OID and the traits are inside. */
  hasQualifiedIdentity: boolean;
  title: string;
};

/**
 * Packs a signed report for secure mail. Same papers in, same bytes out. `establishment`: what a report frozen before
 * these numbers were recorded falls back on. Throws NoIdentifiers for one that was frozen before what names it was.
 * Rules XDM-1 to XDM-5.
 */
export async function packXdm({
  papers,
  establishment,
}: {
  papers: ReportPapers;
  establishment: EstablishmentIds;
}): Promise<XdmPackage> {
  const { xml, header, pdf } = cdaDocument(papers, establishment);
  const folder = 'IHE_XDM/SUBSET01';
  const zip = await zipFiles(
    [
      ['README.TXT', Buffer.from(readme(header))],
      ['INDEX.HTM', Buffer.from(index(header))],
      [`${folder}/METADATA.XML`, xdsMetadata(header, xml)],
      [`${folder}/DOC00001.XML`, xml],
      [`${folder}/DOC00001.PDF`, pdf],
    ],
    header.frozenAt,
  );
  return {
    zip,
    pdf,
    pdfName: xdmPdfName(header, cdaTime(header.meeting.startsAt).slice(0, 8)),
    subject: xdmSubject(header),
    codeCda: documentCode.code,
    hasQualifiedIdentity: header.patient.ins !== null,
    title: header.title,
  };
}
