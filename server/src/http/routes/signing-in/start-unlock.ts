import { endpoints } from '@concertation/shared/contracts';
import { startPresence } from '../../../auth/index.ts';
import { route } from '../../route.ts';

export const startUnlock = route(endpoints.startUnlock, (services, { principal }) =>
  startPresence(services, principal, 'unlock'),
);
