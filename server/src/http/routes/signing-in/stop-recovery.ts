import { endpoints } from '@concertation/shared/contracts';
import { stopRecovery as stop } from '../../../auth/index.ts';
import { route } from '../../route.ts';
import { doorRate } from '../accounts/door-rate.ts';

export const stopRecovery = route(endpoints.stopRecovery, (services, { body }) => stop(services, body.token), doorRate);
