import { endpoints } from '@concertation/shared/contracts';
import { startRecoveryPasskey as start } from '../../../auth/index.ts';
import { route } from '../../route.ts';
import { doorRate } from '../accounts/door-rate.ts';

export const startRecoveryPasskey = route(
  endpoints.startRecoveryPasskey,
  (services, { body }) => start(services, body.token),
  doorRate,
);
