import { endpoints } from '@concertation/shared/contracts';
import { removeCohortMember as remove } from '../../../cohorts/index.ts';
import { route } from '../../route.ts';

export const removeCohortMember = route(endpoints.removeCohortMember, async (services, { principal, params }) =>
  remove(services, principal, params),
);
