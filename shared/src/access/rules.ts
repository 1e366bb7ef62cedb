import type { Role } from './roles.ts';

const board: readonly Role[] = ['coordinator', 'delegate', 'secretary', 'member'];
const treating: readonly Role[] = ['owner', 'referent', 'expert'];

/**
 * Who may do what: for each action, the roles on its subject that allow it. An action that no role of the account
 * allows is refused (deny unless granted). Rules ACC-1 to ACC-13 of docs/specs/access.md.
 */
export const rules = {
  'platform.read': ['platform_administrator', 'support'],
  'platform.manage': ['platform_administrator'],
  'account.read': ['platform_administrator', 'support'],
  'account.validate': ['platform_administrator', 'support'],
  'account.suspend': ['platform_administrator'],
  'audit.read': ['platform_administrator'],
  'organisation.read': ['administrator', 'affiliate'],
  'organisation.manage': ['administrator'],
  'board.read': [...board, 'guest'],
  'board.plan': ['coordinator', 'delegate', 'secretary'],
  'board.manage': ['coordinator'],
  'cohort.read': ['cohort_owner', 'cohort_member'],
  'cohort.manage': ['cohort_owner'],
  'case.read': [...treating, 'reader', ...board],
  'case.write': [...treating, ...board],
  'case.correspond': ['owner', 'referent', ...board],
  'case.share': ['owner', 'referent'],
  'meeting.read': [...board, 'guest'],
  'meeting.write': ['coordinator', 'delegate', 'secretary'],
  'meeting.run': ['coordinator', 'delegate', 'secretary'],
  'report.read': ['owner', 'referent', 'presenter', ...board],
  'report.write': ['presenter', 'coordinator', 'delegate', 'secretary'],
  'report.validate': ['coordinator', 'delegate', 'secretary'],
  'report.freeze': ['coordinator', 'delegate'],
} as const satisfies Record<string, readonly Role[]>;

export type Action = keyof typeof rules;

/** True when one of the roles allows the action. */
export function may(action: Action, roles: Iterable<Role>): boolean {
  const allowed: readonly Role[] = rules[action];
  for (const role of roles) if (allowed.includes(role)) return true;
  return false;
}

/** Every action that the roles allow, for the screen to show only what can be done. */
export function abilities(roles: Iterable<Role>): Action[] {
  const held = [...roles];
  return (Object.keys(rules) as Action[]).filter((action) => may(action, held));
}
