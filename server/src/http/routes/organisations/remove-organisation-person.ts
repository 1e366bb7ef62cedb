import { organisationEndpoints } from '@concertation/shared/contracts';
import { removeOrganisationPerson as remove } from '../../../organisations/index.ts';
import { route } from '../../route.ts';

export const removeOrganisationPerson = route(
  organisationEndpoints.removeOrganisationPerson,
  (services, { principal, params }) => remove(services, principal, params),
);
