import { accountEndpoints } from '@concertation/shared/contracts';
import { readMe as read } from '../../../auth/index.ts';
import { route } from '../../route.ts';

export const readMe = route(accountEndpoints.readMe, ({ database }, { principal }) =>
  read(database.db, principal.accountId),
);
