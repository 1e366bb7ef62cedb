import { endpoints } from '@concertation/shared/contracts';
import { listVouchers as list } from '../../../registration/index.ts';
import { route } from '../../route.ts';

export const listVouchers = route(endpoints.listVouchers, ({ database }, { principal }) =>
  list(database.db, principal.accountId),
);
