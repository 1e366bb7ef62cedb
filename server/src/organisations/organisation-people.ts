import type { OrganisationRole } from '@concertation/shared/access';
import { type Grant, grant, grantsOn, type Principal, revoke } from '../access/index.ts';
import { findColleagues } from '../auth/index.ts';
import type { Executor, Transaction } from '../database/index.ts';
import { AppError } from '../lib/index.ts';
import type { OrganisationNeeds } from './needs.ts';
import { lockOrganisation } from './read-organisations.ts';

export type OrganisationMember = { grantId: string; accountId: string; role: OrganisationRole };

const toMember = ({ id, grantee, role }: Grant): OrganisationMember => ({
  grantId: id,
  accountId: grantee.id,
  role: role as OrganisationRole,
});

/** Who administers an organisation and who belongs to it, oldest first. */
export async function organisationPeople(executor: Executor, organisationId: string): Promise<OrganisationMember[]> {
  const grants = await grantsOn(executor, { kind: 'organisation', id: organisationId });
  return grants.filter(({ grantee }) => grantee.kind === 'account').map(toMember);
}

/**
 * Gives somebody one role in an organisation, in place of another, or none; nothing happens when it is theirs already.
 * Throws `last_administrator` when nobody would administer it any more. The organisation is locked by the caller.
 */
export async function replaceRole(
  { audit }: Pick<OrganisationNeeds, 'audit'>,
  tx: Transaction,
  principal: Principal,
  given: { organisationId: string; accountId: string; role: OrganisationRole | null },
): Promise<void> {
  const { organisationId, accountId, role } = given;
  const subject = { kind: 'organisation', id: organisationId } as const;
  const people = await organisationPeople(tx, organisationId);
  const replaced = people.filter((held) => held.accountId === accountId && held.role !== role);
  const administered = people.some((held) => held.role === 'administrator' && !replaced.includes(held));
  if (!administered && role !== 'administrator' && replaced.some((held) => held.role === 'administrator'))
    throw new AppError('last_administrator');
  for (const held of replaced) await revoke(tx, subject, held.grantId);
  const isNew = role !== null && !people.some((held) => held.accountId === accountId && held.role === role);
  if (isNew)
    await grant(tx, { subject, grantee: { kind: 'account', id: accountId }, role, grantedBy: principal.accountId });

  const scope = { ...principal, subject: `organisation:${organisationId}` };
  const grantee = { granteeKind: 'account', granteeId: accountId };
  for (const held of replaced) await audit.record(tx, 'grant.withdrawn', scope, { role: held.role, ...grantee });
  if (isNew) await audit.record(tx, 'grant.given', scope, { role, ...grantee });
}

/** Makes somebody administrator or member. Throws `invalid` for nobody, `last_administrator` as above. */
export async function setOrganisationPerson(
  { database, audit }: OrganisationNeeds,
  principal: Principal,
  given: { organisationId: string; accountId: string; role: OrganisationRole },
): Promise<void> {
  await database.transaction(async (tx) => {
    await lockOrganisation(tx, given.organisationId);
    if (!(await findColleagues(tx, [given.accountId])).has(given.accountId))
      throw new AppError('invalid', { fields: [{ field: 'accountId', problem: 'unknown' }] });
    await replaceRole({ audit }, tx, principal, given);
  });
}

/** Takes somebody out, by their grant. Throws `not_found` when it is not there, `last_administrator` as above. */
export async function removeOrganisationPerson(
  { database, audit }: OrganisationNeeds,
  principal: Principal,
  { organisationId, grantId }: { organisationId: string; grantId: string },
): Promise<void> {
  await database.transaction(async (tx) => {
    await lockOrganisation(tx, organisationId);
    const held = (await organisationPeople(tx, organisationId)).find((member) => member.grantId === grantId);
    if (!held) throw new AppError('not_found');
    await replaceRole({ audit }, tx, principal, { organisationId, accountId: held.accountId, role: null });
  });
}
