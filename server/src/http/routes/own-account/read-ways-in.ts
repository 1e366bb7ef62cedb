import { endpoints } from '@concertation/shared/contracts';
import { readWaysIn as read } from '../../../auth/index.ts';
import { route } from '../../route.ts';

export const readWaysIn = route(endpoints.readWaysIn, ({ database }, { principal, visit }) =>
  read(database.db, principal.accountId, visit.deviceId),
);
