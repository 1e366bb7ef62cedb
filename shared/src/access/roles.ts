/**
 * Roles on a board, held by accounts. A delegate may do what the coordinator delegates: freeze. A guest sees the
 * meeting, and of its cases only those whose patient agreed to sharing outside the team.
 */
export const boardRoles = ['coordinator', 'delegate', 'secretary', 'member', 'guest'] as const;
export type BoardRole = (typeof boardRoles)[number];

/** Roles on a case, held by accounts; a board holds `presented`, which lends its members their board roles. */
export const caseRoles = ['owner', 'referent', 'expert', 'reader'] as const;
export type CaseRole = (typeof caseRoles)[number];

/** Board roles that prepare and run its meetings: its administrators. Source: SC-30, SC-98, OO-27. */
export const boardAdministrators = ['coordinator', 'delegate', 'secretary'] as const satisfies BoardRole[];

/** Roles on an organisation: who administers it, and who belongs to it. */
export const organisationRoles = ['administrator', 'affiliate'] as const;
export type OrganisationRole = (typeof organisationRoles)[number];

/** Roles on the whole installation: who answers for its accounts. Neither reads a case by it. Source: issue « administration ». */
export const platformRoles = ['platform_administrator', 'support'] as const;
export type PlatformRole = (typeof platformRoles)[number];

/** Roles on a cohort. */
export const cohortRoles = ['cohort_owner', 'cohort_member'] as const;
export type CohortRole = (typeof cohortRoles)[number];

/** Roles on one report, held by accounts. */
export const reportRoles = ['presenter', 'referent', 'owner'] as const;
export type ReportRole = (typeof reportRoles)[number];

/**
 * What a grant may say. A board holds only `presented`, which lends its members their board roles, and
 * `presented_openly`, which makes all of them readers, guests included.
 */
export const grantRoles = [
  'coordinator',
  'delegate',
  'secretary',
  'member',
  'guest',
  'administrator',
  'affiliate',
  'platform_administrator',
  'support',
  'cohort_owner',
  'cohort_member',
  'owner',
  'referent',
  'expert',
  'reader',
  'presenter',
  'presented',
  'presented_openly',
] as const;
export type GrantRole = (typeof grantRoles)[number];

/** A role that an account has on a subject once grants through boards are resolved. */
export type Role = Exclude<GrantRole, 'presented' | 'presented_openly'>;

/** What a grant is about. */
export const subjectKinds = ['platform', 'organisation', 'board', 'cohort', 'case', 'meeting', 'report'] as const;
export type SubjectKind = (typeof subjectKinds)[number];
export type Subject = { kind: SubjectKind; id: string };

/** The installation itself, as the subject of grants. */
export const platform = { kind: 'platform', id: '00000000-0000-0000-0000-000000000000' } as const satisfies Subject;
