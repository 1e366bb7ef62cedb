import { eq } from 'drizzle-orm';
import { organisations } from '@concertation/schema';
import type { OrganisationSettings } from '@concertation/shared/contracts';
import type { Principal } from '../access/index.ts';
import type { Transaction } from '../database/index.ts';
import { AppError } from '../lib/index.ts';
import type { OrganisationNeeds } from './needs.ts';
import { toColumns } from './organisation-row.ts';
import { checkPortalAddress, refusingTakenSlug } from './portal-address.ts';

type Renaming = { organisationId: string; from: string; to: string };

/**
 * Changes what an organisation says of itself; `renamed` lets the rooms that repeat its name follow. Throws
 * `not_found`, `slug_taken`, and `invalid` like its creation.
 */
export async function updateOrganisation(
  { database, audit, renamed }: OrganisationNeeds & { renamed: (tx: Transaction, renaming: Renaming) => Promise<void> },
  principal: Principal,
  { organisationId, settings }: { organisationId: string; settings: OrganisationSettings },
): Promise<void> {
  checkPortalAddress(settings);
  await refusingTakenSlug(() =>
    database.transaction(async (tx) => {
      const here = eq(organisations.id, organisationId);
      const [before] = await tx.select({ name: organisations.name }).from(organisations).where(here).for('update');
      if (!before) throw new AppError('not_found');
      await tx.update(organisations).set(toColumns(settings)).where(here);
      if (before.name !== settings.name) await renamed(tx, { organisationId, from: before.name, to: settings.name });
      const scope = { ...principal, subject: `organisation:${organisationId}` };
      await audit.record(tx, 'organisation.changed', scope, { published: settings.published });
    }),
  );
}
