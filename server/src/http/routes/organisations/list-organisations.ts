import { organisationEndpoints } from '@concertation/shared/contracts';
import { searchOrganisations } from '../../../organisations/index.ts';
import { route } from '../../route.ts';

export const listOrganisations = route(organisationEndpoints.listOrganisations, ({ database }, { principal, query }) =>
  searchOrganisations(database.db, principal.accountId, query.search ?? ''),
);
