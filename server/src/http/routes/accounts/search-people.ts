import { accountEndpoints } from '@concertation/shared/contracts';
import { searchPeople as search } from '../../../auth/index.ts';
import { route } from '../../route.ts';

export const searchPeople = route(accountEndpoints.searchPeople, async ({ database }, { principal, query }) => {
  const found = await search(database.db, query.search);
  return found.filter(({ accountId }) => accountId !== principal.accountId);
});
