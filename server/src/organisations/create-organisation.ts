import { organisations } from '@concertation/schema';
import type { OrganisationSettings } from '@concertation/shared/contracts';
import { grant, type Principal } from '../access/index.ts';
import { newId } from '../lib/index.ts';
import type { OrganisationNeeds } from './needs.ts';
import { toColumns } from './organisation-row.ts';
import { checkPortalAddress, refusingTakenSlug } from './portal-address.ts';

/**
 * Creates an organisation that the account then administers. Throws `slug_taken`, and `invalid` for an address that
 * cannot be a portal's. Source: SC-46.
 */
export async function createOrganisation(
  { database, audit }: OrganisationNeeds,
  principal: Principal,
  settings: OrganisationSettings,
): Promise<string> {
  checkPortalAddress(settings);
  const organisationId = newId();
  const { accountId } = principal;
  const subject = { kind: 'organisation', id: organisationId } as const;
  const role = 'administrator';
  await refusingTakenSlug(() =>
    database.transaction(async (tx) => {
      await tx.insert(organisations).values({ ...toColumns(settings), id: organisationId, createdAt: new Date() });
      await grant(tx, { subject, grantee: { kind: 'account', id: accountId }, role, grantedBy: accountId });
      const scope = { ...principal, subject: `organisation:${organisationId}` };
      await audit.record(tx, 'organisation.created', scope, { kind: settings.kind });
      await audit.record(tx, 'grant.given', scope, { role, granteeKind: 'account', granteeId: accountId });
    }),
  );
  return organisationId;
}
