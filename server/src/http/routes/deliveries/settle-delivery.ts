import { deliveryEndpoints } from '@concertation/shared/contracts';
import { settleDelivery as settle } from '../../../deliveries/index.ts';
import { route } from '../../route.ts';

export const settleDelivery = route(deliveryEndpoints.settleDelivery, (services, { principal, params, body }) =>
  settle(services, principal, { ...params, ...body }),
);
