import { endpoints } from '@concertation/shared/contracts';
import { listPasskeys as list } from '../../../auth/index.ts';
import { route } from '../../route.ts';

export const listPasskeys = route(endpoints.listPasskeys, ({ database }, { principal }) =>
  list(database.db, principal),
);
