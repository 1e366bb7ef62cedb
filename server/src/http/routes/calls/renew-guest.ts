import { endpoints } from '@concertation/shared/contracts';
import { renewGuest as renew } from '../../../calls/index.ts';
import { route } from '../../route.ts';
import { guestRate } from './guest-rate.ts';

export const renewGuest = route(
  endpoints.renewGuest,
  async (services, { principal, params }) => renew(services, principal, params),
  guestRate,
);
