import { endpoints } from '@concertation/shared/contracts';
import { suspend } from '../../../administration/index.ts';
import { route } from '../../route.ts';

export const suspendAccount = route(endpoints.suspendAccount, (services, { principal, params, body }) =>
  suspend(services, principal, { ...params, ...body }),
);
