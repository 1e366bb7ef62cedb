import type { Route } from '../../route.ts';
import { inviteGuest } from './invite-guest.ts';
import { listCallRatings } from './list-call-ratings.ts';
import { listExpectedConnections } from './list-expected-connections.ts';
import { listGuests } from './list-guests.ts';
import { openGuestLink } from './open-guest-link.ts';
import { rateCall } from './rate-call.ts';
import { readBandwidthSample } from './read-bandwidth-sample.ts';
import { readCall } from './read-call.ts';
import { readGuestLink } from './read-guest-link.ts';
import { renewGuest } from './renew-guest.ts';
import { sendBandwidthSample } from './send-bandwidth-sample.ts';
import { withdrawGuest } from './withdraw-guest.ts';

export const callRoutes: Route[] = [
  readCall,
  rateCall,
  listCallRatings,
  listExpectedConnections,
  listGuests,
  inviteGuest,
  renewGuest,
  withdrawGuest,
  readGuestLink,
  openGuestLink,
  readBandwidthSample,
  sendBandwidthSample,
];
