import { grant, grantsOn, type Principal, revoke } from '../access/index.ts';
import type { Audit } from '../audit/index.ts';
import { findColleagues } from '../auth/index.ts';
import type { Database } from '../database/index.ts';
import { AppError } from '../lib/index.ts';
import { lockCohort } from './read-cohort.ts';

type Needs = { database: Database; audit: Audit };
type Member = { cohortId: string; accountId: string };

/**
 * Shares a cohort with a colleague, who sees of it the cases that they may read. Shared twice, it is shared once. Throws
 * `invalid` when the account is nobody, or owns it.
 */
export async function setCohortMember(
  { database, audit }: Needs,
  principal: Principal,
  { cohortId, accountId }: Member,
): Promise<void> {
  await database.transaction(async (tx) => {
    await lockCohort(tx, cohortId);
    const subject = { kind: 'cohort', id: cohortId } as const;
    const held = (await grantsOn(tx, subject)).filter(({ grantee }) => grantee.id === accountId);
    const known = (await findColleagues(tx, [accountId])).has(accountId);
    if (!known || held.some(({ role }) => role === 'cohort_owner'))
      throw new AppError('invalid', { fields: [{ field: 'accountId', problem: 'unknown' }] });
    if (held.length > 0) return;
    const role = 'cohort_member';
    await grant(tx, { subject, grantee: { kind: 'account', id: accountId }, role, grantedBy: principal.accountId });
    const scope = { ...principal, subject: `cohort:${cohortId}` };
    await audit.record(tx, 'grant.given', scope, { role, granteeKind: 'account', granteeId: accountId });
  });
}

/** Takes a member out of a cohort. Throws `last_administrator` for its owner, `not_found` for who is no member. */
export async function removeCohortMember(
  { database, audit }: Needs,
  principal: Principal,
  { cohortId, accountId }: Member,
): Promise<void> {
  await database.transaction(async (tx) => {
    await lockCohort(tx, cohortId);
    const subject = { kind: 'cohort', id: cohortId } as const;
    const held = (await grantsOn(tx, subject)).find(({ grantee }) => grantee.id === accountId);
    if (!held) throw new AppError('not_found');
    if (held.role === 'cohort_owner') throw new AppError('last_administrator');
    await revoke(tx, subject, held.id);
    const scope = { ...principal, subject: `cohort:${cohortId}` };
    await audit.record(tx, 'grant.withdrawn', scope, { role: held.role, granteeKind: 'account', granteeId: accountId });
  });
}
