import { endpoints } from '@concertation/shared/contracts';
import { unlockSession as unlock } from '../../../auth/index.ts';
import { route } from '../../route.ts';

export const unlockSession = route(endpoints.unlockSession, (services, { principal, visit, body }) =>
  unlock(services, principal, visit.deviceId, body.pin),
);
