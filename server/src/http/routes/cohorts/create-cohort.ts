import { endpoints } from '@concertation/shared/contracts';
import { createCohort as create } from '../../../cohorts/index.ts';
import { route } from '../../route.ts';

export const createCohort = route(endpoints.createCohort, async (services, { principal, body }) =>
  create(services, principal, body),
);
