import { endpoints } from '@concertation/shared/contracts';
import { listCohorts as readMine } from '../../../cohorts/index.ts';
import { route } from '../../route.ts';

export const listCohorts = route(endpoints.listCohorts, async ({ database }, { principal, query }) =>
  readMine(database.db, principal.accountId, query.search),
);
