import { endpoints } from '@concertation/shared/contracts';
import { removeCohort as remove } from '../../../cohorts/index.ts';
import { route } from '../../route.ts';

export const removeCohort = route(endpoints.removeCohort, async (services, { principal, params }) =>
  remove(services, principal, params.cohortId),
);
