import { endpoints } from '@concertation/shared/contracts';
import { withdrawGuest as withdraw } from '../../../calls/index.ts';
import { route } from '../../route.ts';

export const withdrawGuest = route(endpoints.withdrawGuest, async (services, { principal, params }) =>
  withdraw(services, principal, params),
);
