import { endpoints } from '@concertation/shared/contracts';
import { setCohortMember as set } from '../../../cohorts/index.ts';
import { route } from '../../route.ts';

export const setCohortMember = route(endpoints.setCohortMember, async (services, { principal, params, body }) =>
  set(services, principal, { ...params, ...body }),
);
