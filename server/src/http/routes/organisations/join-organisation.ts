import { organisationEndpoints } from '@concertation/shared/contracts';
import { joinOrganisation as join } from '../../../organisations/index.ts';
import { route } from '../../route.ts';

export const joinOrganisation = route(organisationEndpoints.joinOrganisation, (services, { principal, params }) =>
  join(services, principal, params.organisationId),
);
