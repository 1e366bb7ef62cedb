import { organisationEndpoints } from '@concertation/shared/contracts';
import { setOrganisationPerson as set } from '../../../organisations/index.ts';
import { route } from '../../route.ts';

export const setOrganisationPerson = route(
  organisationEndpoints.setOrganisationPerson,
  (services, { principal, params, body }) => set(services, principal, { ...params, ...body }),
);
