import { endpoints } from '@concertation/shared/contracts';
import { removeCohortCase as remove } from '../../../cohorts/index.ts';
import { route } from '../../route.ts';

export const removeCohortCase = route(endpoints.removeCohortCase, async (services, { principal, params }) =>
  remove(services, principal, params),
);
