import { may, type Action, type Role, type Subject } from '@concertation/shared/access';
import type { Executor } from '../database/index.ts';
import { AppError } from '../lib/index.ts';
import { rolesOf } from './grants.ts';
import type { Principal } from './principal.ts';

const readActions = {
  platform: 'platform.read',
  organisation: 'organisation.read',
  board: 'board.read',
  cohort: 'cohort.read',
  case: 'case.read',
  meeting: 'meeting.read',
  report: 'report.read',
} as const;

/**
 * Lets pass, or throws: `not_found` when the account may not even read the subject (no difference from one that does
 * not exist, rule ACC-3), `forbidden` when it may read but not do this. Returns the roles held.
 */
export async function requireAccess(
  executor: Executor,
  principal: Principal,
  action: Action,
  subject: Subject,
): Promise<Role[]> {
  const roles = await rolesOf(executor, principal.accountId, subject);
  if (!may(readActions[subject.kind], roles)) throw new AppError('not_found');
  if (!may(action, roles)) throw new AppError('forbidden');
  return roles;
}
