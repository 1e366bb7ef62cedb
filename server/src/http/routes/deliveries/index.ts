import type { Route } from '../../route.ts';
import { listDeliveries } from './list-deliveries.ts';
import { listFailedDeliveries } from './list-failed-deliveries.ts';
import { openDelivery } from './open-delivery.ts';
import { sendDelivery } from './send-delivery.ts';
import { settleDelivery } from './settle-delivery.ts';

export const deliveryRoutes: Route[] = [
  listDeliveries,
  listFailedDeliveries,
  sendDelivery,
  openDelivery,
  settleDelivery,
];
