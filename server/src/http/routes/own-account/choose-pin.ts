import { endpoints } from '@concertation/shared/contracts';
import { choosePin as choose } from '../../../auth/index.ts';
import { route } from '../../route.ts';

export const choosePin = route(endpoints.choosePin, (services, { principal, visit, body }) =>
  choose(services, principal, visit.deviceId, body.pin),
);
