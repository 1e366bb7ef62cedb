import type { organisations } from '@concertation/schema';
import type { OrganisationSettings } from '@concertation/shared/contracts';
import { foldText } from '@concertation/shared/domain';

/** What an organisation says of itself. */
export type OrganisationFacts = OrganisationSettings & { organisationId: string };

/** A row as the room's door gives it. */
export function toFacts(row: typeof organisations.$inferSelect): OrganisationFacts {
  const { id, kind, name, slug, place, presentation, helpEmail, helpPhone, published } = row;
  return {
    organisationId: id,
    kind: kind as OrganisationFacts['kind'],
    name,
    slug,
    place,
    presentation,
    help: { email: helpEmail, phone: helpPhone },
    published,
  };
}

/** The columns that an administrator writes, with what a search compares. */
export function toColumns({ help, ...settings }: OrganisationSettings) {
  return {
    ...settings,
    helpEmail: help.email,
    helpPhone: help.phone,
    searchText: foldText(`${settings.name} ${settings.place}`),
  };
}
