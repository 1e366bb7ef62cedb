/**
 * The report's panel: written together, prefilled, read back, validated, frozen after a check of identity, signed,
 * downloaded, corrected; and the page that freezes a meeting's reports in one go. Who may, what is missing and whose report it is are decided by the server.
 */
export { FreezeAll } from './freeze-all/freeze-all.tsx';
export { ReportPanel } from './report-panel.tsx';
export { SealedNotice } from './sealed-notice.tsx';
