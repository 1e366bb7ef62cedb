import { endpoints } from '@concertation/shared/contracts';
import { listFiles as list } from '../../../files/index.ts';
import { route } from '../../route.ts';

export const listFiles = route(endpoints.listFiles, async ({ database }, { principal, params, roles }) =>
  list(database.db, principal, { ...params, roles }),
);
