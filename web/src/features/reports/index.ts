/**
 * The report's panel: written together, prefilled, validated, frozen after a check of identity, signed, downloaded,
 * corrected. Who may, what is missing and whose report it is are decided by the server.
 */
export { ReportPanel } from './report-panel.tsx';
