import { endpoints } from '@concertation/shared/contracts';
import { updateCohort as update } from '../../../cohorts/index.ts';
import { route } from '../../route.ts';

export const updateCohort = route(endpoints.updateCohort, async (services, { principal, params, body }) =>
  update(services, principal, { ...params, ...body }),
);
