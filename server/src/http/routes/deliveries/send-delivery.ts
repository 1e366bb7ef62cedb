import { deliveryEndpoints } from '@concertation/shared/contracts';
import { sendAgain } from '../../../deliveries/index.ts';
import { route } from '../../route.ts';

export const sendDelivery = route(deliveryEndpoints.sendDelivery, (services, { principal, params, body }) =>
  sendAgain(services, principal, { ...params, ...body }),
);
