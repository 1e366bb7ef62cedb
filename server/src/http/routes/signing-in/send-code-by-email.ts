import { endpoints } from '@concertation/shared/contracts';
import { sendCodeByEmail as send } from '../../../auth/index.ts';
import { route } from '../../route.ts';
import { doorRate } from '../accounts/door-rate.ts';

export const sendCodeByEmail = route(
  endpoints.sendCodeByEmail,
  (services, { body }) => send(services, body.pendingId),
  doorRate,
);
