import { endpoints } from '@concertation/shared/contracts';
import { setForgottenPassword as set } from '../../../auth/index.ts';
import { route } from '../../route.ts';
import { doorRate } from '../accounts/door-rate.ts';

export const setForgottenPassword = route(
  endpoints.setForgottenPassword,
  (services, { body }) => set(services, body),
  doorRate,
);
