import { endpoints } from '@concertation/shared/contracts';
import { askNewAddress as ask } from '../../../auth/index.ts';
import { route } from '../../route.ts';
import { doorRate } from '../accounts/door-rate.ts';

export const askNewAddress = route(
  endpoints.askNewAddress,
  (services, { principal, body }) => ask(services, principal, body.email),
  doorRate,
);
