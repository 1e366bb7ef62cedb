/**
 * Administration: who answers for the installation — its accounts, its administrators, its audit — and the case that is
 * opened in an emergency. An administrator is no reader: nothing here shows a case to who has no other right on it, but
 * the emergency, which tells its owner.
 */
export { describeAccounts, listAccounts } from './accounts/list-accounts.ts';
export { listRecoveries } from './accounts/list-recoveries.ts';
export { makeAdministrator } from './accounts/make-administrator.ts';
export { setPlatformRole } from './accounts/set-platform-role.ts';
export { endSuspension, suspend } from './accounts/suspend.ts';
export { exportAudit } from './audit-reading/export-audit.ts';
export { readAudit } from './audit-reading/read-audit.ts';
export { listEmergencies } from './emergency/list-emergencies.ts';
export { emergencyEnd } from './emergency/open-emergencies.ts';
export { openInEmergency } from './emergency/open-in-emergency.ts';
export { endEmergencies, startEmergencySweep } from './emergency/end-emergencies.ts';
export { askErasure, readErasure, withdrawErasure } from './personal-data/ask-erasure.ts';
export { decideErasure } from './personal-data/decide-erasure.ts';
export { exportPersonalData } from './personal-data/export-personal-data.ts';
export { listPersonalAccesses } from './personal-data/list-accesses.ts';
export { listErasures } from './personal-data/list-erasures.ts';
