import { organisationEndpoints } from '@concertation/shared/contracts';
import { leaveOrganisation as leave } from '../../../organisations/index.ts';
import { route } from '../../route.ts';

export const leaveOrganisation = route(organisationEndpoints.leaveOrganisation, (services, { principal, params }) =>
  leave(services, principal, params.organisationId),
);
