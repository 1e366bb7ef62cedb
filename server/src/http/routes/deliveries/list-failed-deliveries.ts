import { deliveryEndpoints } from '@concertation/shared/contracts';
import { listFailedDeliveries as list } from '../../../deliveries/index.ts';
import { route } from '../../route.ts';

export const listFailedDeliveries = route(deliveryEndpoints.listFailedDeliveries, ({ database }, { principal }) =>
  list(database.db, principal.accountId),
);
