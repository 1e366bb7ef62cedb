import { endpoints } from '@concertation/shared/contracts';
import { listCases as readMine } from '../../../cases/index.ts';
import { route } from '../../route.ts';
import { caseCards } from './case-cards.ts';

/** « Mes patients ». Not audited one by one: it shows identities, not a sheet. */
export const listCases = route(endpoints.listCases, async ({ database }, { principal, query }) => {
  const cards = await caseCards(database.db, await readMine(database.db, principal.accountId, query.search, query.may));
  return { total: cards.length, found: cards.length, cards, next: null };
});
