import { accountEndpoints } from '@concertation/shared/contracts';
import { finishPasskey as finish } from '../../../auth/index.ts';
import { route } from '../../route.ts';

export const finishPasskey = route(accountEndpoints.finishPasskey, (services, { principal, body }) =>
  finish(services, principal, body),
);
