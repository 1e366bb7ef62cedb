import { endpoints } from '@concertation/shared/contracts';
import { startRegistrationPasskey as start } from '../../../registration/index.ts';
import { route } from '../../route.ts';
import { registrationRate } from './registration-rate.ts';

export const startRegistrationPasskey = route(
  endpoints.startRegistrationPasskey,
  (services, { body }) => start(services, body.token),
  registrationRate,
);
