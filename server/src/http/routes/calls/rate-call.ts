import { endpoints } from '@concertation/shared/contracts';
import { rateCall as rate } from '../../../calls/index.ts';
import { route } from '../../route.ts';

export const rateCall = route(endpoints.rateCall, async (services, { principal, params, body }) =>
  rate(services, principal, params.meetingId, body),
);
