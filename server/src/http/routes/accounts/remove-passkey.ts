import { endpoints } from '@concertation/shared/contracts';
import { removePasskey as remove } from '../../../auth/index.ts';
import { route } from '../../route.ts';

export const removePasskey = route(endpoints.removePasskey, (services, { principal, params }) =>
  remove(services, principal, params.passkeyId),
);
