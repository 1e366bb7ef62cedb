import { deliveryEndpoints } from '@concertation/shared/contracts';
import { openDelivery as open } from '../../../deliveries/index.ts';
import { route } from '../../route.ts';

export const openDelivery = route(deliveryEndpoints.openDelivery, (services, { principal, params }) =>
  open(services, principal, params),
);
