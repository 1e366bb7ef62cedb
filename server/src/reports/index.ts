/**
 * Reports: what a meeting concluded on one case — opening, drafting, freeze, rendering, signature, corrections.
 * A report's words are a live document until the freeze, and frozen bytes for ever after; the PDF is made from those
 * bytes and nothing else. It never shows a PDF that is not signed, and never changes a frozen row.
 */
export { type CdaDocument, cdaDocument } from './cda/cda-document.ts';
export { checkCda } from './cda/check-cda.ts';
export { CdaRefusal } from './cda/failures.ts';
export type { CdaHeader, CdaId, CdaPerson } from './cda/header.ts';
export { documentCode, oidOfUuid, oids } from './cda/oids.ts';
export { readCda } from './cda/read-cda.ts';
export { cdaTime } from './cda/times.ts';
export { NoIdentifiers } from './cda/to-header.ts';
export { sectorName } from './cda/write-cda.ts';
export { node as xmlNode, type XmlNode, writeXml } from './cda/xml-tree.ts';
export type { ReportFacts } from './facts.ts';
export type { FollowReading, FollowSigned } from './ports.ts';
export { readComposition, readDocumentReference, searchDocumentReferences } from './fhir/read-fhir.ts';
export { capabilityStatement } from './fhir/capability-statement.ts';
export { moveReport } from './drafting/move-report.ts';
export { prefillReport } from './drafting/prefill-report.ts';
export { freezeReport } from './freeze/freeze-report.ts';
export { listGaps } from './freeze/list-gaps.ts';
export { correctReport } from './opening/correct-report.ts';
export { followConsent } from './opening/follow-consent.ts';
export { presentCase } from './opening/present-case.ts';
export { registerCase } from './opening/register-case.ts';
export { withdrawPresentation } from './opening/withdraw-presentation.ts';
export { answerReadBack } from './read-back/answer-read-back.ts';
export { readReadBack } from './read-back/read-read-back.ts';
export { attendanceCertificate } from './papers/attendance-certificate.ts';
export { meetingSummary } from './papers/meeting-summary.ts';
export { currentReports } from './reading/current-reports.ts';
export { downloadReport } from './reading/download-report.ts';
export { holdCurrentReport } from './reading/hold-current-report.ts';
export { patientOfReport } from './reading/patient-of-report.ts';
export { readPapers, type ReportPapers } from './reading/read-papers.ts';
export { readProvenance } from './reading/read-provenance.ts';
export { type ReportPlace, reportPlaces } from './reading/report-places.ts';
export { readReport } from './reading/read-report.ts';
export { reportsOfCase } from './reading/reports-of-case.ts';
export { readCaseChanges } from './since/read-case-changes.ts';
export {
  factsSection,
  plainPages,
  type PlainPages,
  type PlainSection,
  setPlainPages,
  tableSection,
} from './render/plain-pages.ts';
export type { OpenKey } from './sign/signer.ts';
export { startRendition } from './rendition/start-rendition.ts';
export { demonstrationSigner } from './sign/demonstration-signer.ts';
export { openSigner } from './sign/open-signer.ts';
export { openAuthority } from './sign/timestamp/open-authority.ts';
export { checkFile } from './verification/check-file.ts';
export { verifyFile } from './verification/verify-file.ts';
export { reportsOfPresentations } from './report-rows.ts';
