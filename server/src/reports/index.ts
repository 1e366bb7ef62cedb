/**
 * Reports: what a meeting concluded on one case — opening, drafting, freeze, rendering, signature, corrections.
 * A report's words are a live document until the freeze, and frozen bytes for ever after; the PDF is made from those
 * bytes and nothing else. It never shows a PDF that is not signed, and never changes a frozen row.
 */
export { moveReport } from './drafting/move-report.ts';
export { prefillReport } from './drafting/prefill-report.ts';
export { freezeReport } from './freeze/freeze-report.ts';
export { listGaps } from './freeze/list-gaps.ts';
export { correctReport } from './opening/correct-report.ts';
export { followConsent } from './opening/follow-consent.ts';
export { presentCase } from './opening/present-case.ts';
export { registerCase } from './opening/register-case.ts';
export { withdrawPresentation } from './opening/withdraw-presentation.ts';
export { currentReports } from './reading/current-reports.ts';
export { downloadReport } from './reading/download-report.ts';
export { holdCurrentReport } from './reading/hold-current-report.ts';
export { patientOfReport } from './reading/patient-of-report.ts';
export { readProvenance } from './reading/read-provenance.ts';
export { readReport } from './reading/read-report.ts';
export { reportsOfCase } from './reading/reports-of-case.ts';
export { readCaseChanges } from './since/read-case-changes.ts';
export { pageWords, setPages } from './render/set-pages.ts';
export type { OpenKey } from './rendition/render-and-sign.ts';
export { startRendition } from './rendition/start-rendition.ts';
export { demonstrationSigner } from './sign/demonstration-signer.ts';
export { openSigner } from './sign/open-signer.ts';
export { verifyFile } from './verification/verify-file.ts';
export { reportsOfPresentations } from './report-rows.ts';
