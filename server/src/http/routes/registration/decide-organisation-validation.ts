import { endpoints } from '@concertation/shared/contracts';
import { decideOrganisationValidation as decide } from '../../../registration/index.ts';
import { route } from '../../route.ts';

export const decideOrganisationValidation = route(
  endpoints.decideOrganisationValidation,
  (services, { principal, params, body }) => decide(services, principal, { ...params, decided: body }),
);
