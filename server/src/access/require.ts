import { may, type Action, type Role, type Subject } from '@concertation/shared/access';
import type { Executor } from '../database/index.ts';
import { AccessRefused } from './access-refused.ts';
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
 * not exist, rule ACC-3), `forbidden` when it may read but not do this: an `AccessRefused`, which names the subject.
 * Returns the roles held.
 */
export async function requireAccess(
  executor: Executor,
  principal: Principal,
  action: Action,
  subject: Subject,
): Promise<Role[]> {
  const roles = await rolesOf(executor, principal.accountId, subject);
  if (!may(readActions[subject.kind], roles)) throw new AccessRefused('not_found', subject);
  if (!may(action, roles)) throw new AccessRefused('forbidden', subject);
  return roles;
}
