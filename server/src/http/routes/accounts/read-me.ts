import { accountEndpoints } from '@concertation/shared/contracts';
import { readSelf } from '../../../auth/index.ts';
import { route } from '../../route.ts';
import { meOf } from './sign-in-reply.ts';

export const readMe = route(accountEndpoints.readMe, async (services, { principal, visit }) =>
  meOf(services, await readSelf(services.database.db, principal.accountId), visit),
);
