import { endpoints } from '@concertation/shared/contracts';
import { askNewPassword as ask } from '../../../auth/index.ts';
import { route } from '../../route.ts';
import { doorRate } from '../accounts/door-rate.ts';

export const askNewPassword = route(
  endpoints.askNewPassword,
  (services, { body }) => ask(services, body.email),
  doorRate,
);
