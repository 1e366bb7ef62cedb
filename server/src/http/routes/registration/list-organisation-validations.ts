import { endpoints } from '@concertation/shared/contracts';
import { listOrganisationValidations as list } from '../../../registration/index.ts';
import { route } from '../../route.ts';

export const listOrganisationValidations = route(endpoints.listOrganisationValidations, ({ database }, { params }) =>
  list(database.db, params.organisationId),
);
