import { endpoints } from '@concertation/shared/contracts';
import { finishUnlock as finish } from '../../../auth/index.ts';
import { route } from '../../route.ts';

export const finishUnlock = route(endpoints.finishUnlock, (services, { principal, body }) =>
  finish(services, principal, body),
);
