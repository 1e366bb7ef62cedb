/**
 * Access: grants (who has which role on what) and the one decision, require(principal, action, subject). Roles are rows;
 * what a role allows is shared/access. A change of grants is told to every process, which re-decides its live channels.
 */
export { AccessRefused } from './access-refused.ts';
export { grant, type Grant, type Grantee, grantsOn, grantsOnAll, revoke, rolesOf, subjectsAllowing } from './grants.ts';
export { accountsBeside, accountsOn, type Held, subjectsOfAccounts } from './grants-of-many.ts';
export type { Principal } from './principal.ts';
export { recordRefusedAccess } from './refused-access.ts';
export { requireAccess } from './require.ts';
export { type Holding, rolesOfAll } from './roles-of-all.ts';
export { type HeldRole, rolesOnAll } from './roles-on-all.ts';
export { withdrawAllOf } from './withdraw-all-of.ts';
