import { endpoints } from '@concertation/shared/contracts';
import { setPassword as set } from '../../../auth/index.ts';
import { route } from '../../route.ts';

export const setPassword = route(endpoints.setPassword, (services, { principal, body }) =>
  set(services, principal, body),
);
