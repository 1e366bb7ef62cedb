import type { Route } from '../../route.ts';
import { decideRecovery } from './decide-recovery.ts';
import { exportAudit } from './export-audit.ts';
import { listAccounts } from './list-accounts.ts';
import { listEmergencies } from './list-emergencies.ts';
import { listRecoveries } from './list-recoveries.ts';
import { openInEmergency } from './open-in-emergency.ts';
import { readRecoveryPhone } from './read-recovery-phone.ts';
import { restoreAccount } from './restore-account.ts';
import { searchAudit } from './search-audit.ts';
import { setPlatformRole } from './set-platform-role.ts';
import { suspendAccount } from './suspend-account.ts';

export const administrationRoutes: Route[] = [
  openInEmergency,
  listEmergencies,
  listAccounts,
  suspendAccount,
  restoreAccount,
  setPlatformRole,
  listRecoveries,
  readRecoveryPhone,
  decideRecovery,
  searchAudit,
  exportAudit,
];
