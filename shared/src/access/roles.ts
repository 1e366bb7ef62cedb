/** Roles on a board, held by accounts. A delegate may do what the coordinator delegates: freeze. */
export const boardRoles = ['coordinator', 'delegate', 'secretary', 'member'] as const;
export type BoardRole = (typeof boardRoles)[number];

/** Roles on a case, held by accounts; a board holds `presented`, which lends its members their board roles. */
export const caseRoles = ['owner', 'referent', 'expert', 'reader'] as const;
export type CaseRole = (typeof caseRoles)[number];

/** Roles on one report, held by accounts. */
export const reportRoles = ['presenter', 'referent', 'owner'] as const;
export type ReportRole = (typeof reportRoles)[number];

/** What a grant may say. `presented` is the only role a board holds on something. */
export const grantRoles = [
  'coordinator',
  'delegate',
  'secretary',
  'member',
  'owner',
  'referent',
  'expert',
  'reader',
  'presenter',
  'presented',
] as const;
export type GrantRole = (typeof grantRoles)[number];

/** A role that an account has on a subject once grants through boards are resolved. */
export type Role = Exclude<GrantRole, 'presented'>;

/** What a grant is about. */
export const subjectKinds = ['board', 'case', 'meeting', 'report'] as const;
export type SubjectKind = (typeof subjectKinds)[number];
export type Subject = { kind: SubjectKind; id: string };
