/**
 * Administration: who answers for the accounts of the installation sees who asks, checks, suspends, helps back in, and
 * reads the audit. No patient, no clinical word.
 */
export { AccountsPanel } from './accounts/accounts-panel.tsx';
export { AuditPanel } from './audit/audit-panel.tsx';
export { ErasuresPanel } from './erasures-panel.tsx';
export { RecoveriesPanel } from './recoveries-panel.tsx';
export { OrganisationValidationsPanel } from './validations/organisation-validations-panel.tsx';
export { ValidationsPanel } from './validations/validations-panel.tsx';
