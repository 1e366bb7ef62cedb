import { endpoints } from '@concertation/shared/contracts';
import { lockSession as lock } from '../../../auth/index.ts';
import { route } from '../../route.ts';

export const lockSession = route(endpoints.lockSession, (services, { principal, visit }) =>
  lock(services, principal, visit.deviceId),
);
