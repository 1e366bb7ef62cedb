import { endpoints } from '@concertation/shared/contracts';
import { openGuestLink as open } from '../../../calls/index.ts';
import { route } from '../../route.ts';
import { visitorOf } from '../accounts/sign-in-reply.ts';
import { linkRate } from './guest-rate.ts';

/** Whoever was signed in in this browser no longer is: the page asks them first. */
export const openGuestLink = route(
  endpoints.openGuestLink,
  async (services, { params, principal, request, reply }) => {
    const { meetingId, cookie } = await open(services, visitorOf(request, principal), params.token);
    void reply.header('set-cookie', cookie);
    return { meetingId };
  },
  linkRate,
);
