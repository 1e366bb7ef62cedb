import { endpoints } from '@concertation/shared/contracts';
import { addCohortCase as add } from '../../../cohorts/index.ts';
import { route } from '../../route.ts';

export const addCohortCase = route(endpoints.addCohortCase, async (services, { principal, params, body }) =>
  add(services, principal, { ...params, ...body }),
);
