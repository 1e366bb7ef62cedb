import type { Principal } from '../access/index.ts';
import type { OrganisationNeeds } from './needs.ts';
import { organisationPeople, replaceRole } from './organisation-people.ts';
import { lockOrganisation } from './read-organisations.ts';

/** Says that I work there; said twice is said once, and an administrator stays one. Throws `not_found`. */
export async function joinOrganisation(
  { database, audit }: OrganisationNeeds,
  principal: Principal,
  organisationId: string,
): Promise<void> {
  const { accountId } = principal;
  await database.transaction(async (tx) => {
    await lockOrganisation(tx, organisationId);
    const people = await organisationPeople(tx, organisationId);
    if (people.some((held) => held.accountId === accountId)) return;
    await replaceRole({ audit }, tx, principal, { organisationId, accountId, role: 'affiliate' });
  });
}

/** Says that I no longer work there. Throws `not_found`, and `last_administrator` for the only administrator. */
export async function leaveOrganisation(
  { database, audit }: OrganisationNeeds,
  principal: Principal,
  organisationId: string,
): Promise<void> {
  const { accountId } = principal;
  await database.transaction(async (tx) => {
    await lockOrganisation(tx, organisationId);
    await replaceRole({ audit }, tx, principal, { organisationId, accountId, role: null });
  });
}
