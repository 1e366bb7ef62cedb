import { endpoints } from '@concertation/shared/contracts';
import { askRecovery as ask } from '../../../auth/index.ts';
import { route } from '../../route.ts';
import { doorRate } from '../accounts/door-rate.ts';

export const askRecovery = route(endpoints.askRecovery, (services, { body }) => ask(services, body.email), doorRate);
