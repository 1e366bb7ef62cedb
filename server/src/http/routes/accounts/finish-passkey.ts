import { endpoints } from '@concertation/shared/contracts';
import { finishPasskey as finish } from '../../../auth/index.ts';
import { route } from '../../route.ts';

export const finishPasskey = route(endpoints.finishPasskey, (services, { principal, body }) =>
  finish(services, principal, body),
);
