import { endpoints } from '@concertation/shared/contracts';
import { orderPresentations as order } from '../../../meetings/index.ts';
import { route } from '../../route.ts';

export const orderPresentations = route(endpoints.orderPresentations, async (services, { params, body }) =>
  order(services, params.meetingId, body.presentationIds),
);
