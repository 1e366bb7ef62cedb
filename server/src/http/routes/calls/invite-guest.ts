import { endpoints } from '@concertation/shared/contracts';
import { inviteGuest as invite } from '../../../calls/index.ts';
import { route } from '../../route.ts';
import { guestRate } from './guest-rate.ts';

export const inviteGuest = route(
  endpoints.inviteGuest,
  async (services, { principal, params, body }) => invite(services, principal, params.meetingId, body),
  guestRate,
);
