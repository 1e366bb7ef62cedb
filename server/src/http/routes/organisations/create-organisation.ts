import { organisationEndpoints } from '@concertation/shared/contracts';
import { createOrganisation as create } from '../../../organisations/index.ts';
import { route } from '../../route.ts';

export const createOrganisation = route(
  organisationEndpoints.createOrganisation,
  async (services, { principal, body }) => ({ organisationId: await create(services, principal, body) }),
);
