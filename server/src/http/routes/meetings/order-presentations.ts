import { endpoints } from '@concertation/shared/contracts';
import { orderPresentations as order } from '../../../meetings/index.ts';
import { route } from '../../route.ts';

export const orderPresentations = route(endpoints.orderPresentations, async (services, { principal, params, body }) =>
  order(services, principal, params.meetingId, body),
);
