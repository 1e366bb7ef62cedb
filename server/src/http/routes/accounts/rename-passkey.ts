import { endpoints } from '@concertation/shared/contracts';
import { renamePasskey as rename } from '../../../auth/index.ts';
import { route } from '../../route.ts';

export const renamePasskey = route(endpoints.renamePasskey, (services, { principal, params, body }) =>
  rename(services, principal, params.passkeyId, body.name),
);
