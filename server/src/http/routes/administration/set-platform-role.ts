import { endpoints } from '@concertation/shared/contracts';
import { setPlatformRole as set } from '../../../administration/index.ts';
import { route } from '../../route.ts';

export const setPlatformRole = route(endpoints.setPlatformRole, (services, { principal, params, body }) =>
  set(services, principal, { ...params, ...body }),
);
