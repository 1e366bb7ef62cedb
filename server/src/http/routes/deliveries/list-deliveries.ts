import { deliveryEndpoints } from '@concertation/shared/contracts';
import { listDeliveries as list } from '../../../deliveries/index.ts';
import { route } from '../../route.ts';

export const listDeliveries = route(deliveryEndpoints.listDeliveries, ({ database }, { params }) =>
  list(database.db, params.reportId),
);
