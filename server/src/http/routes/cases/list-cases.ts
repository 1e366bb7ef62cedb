import { endpoints } from '@concertation/shared/contracts';
import { listCases as readPage } from '../../../cases/index.ts';
import { route } from '../../route.ts';
import { caseCards } from './case-cards.ts';
import { myCases } from './my-cases.ts';

/** « Mes patients » (SC-26 to SC-30, SC-48 to SC-51). Not audited one by one: it shows identities, not a sheet. */
export const listCases = route(endpoints.listCases, async ({ database: { db } }, { principal, query }) => {
  const mine = await myCases(db, principal.accountId, query.may);
  const { found, cases, next } = await readPage(db, [...mine.keys()], {
    search: query.search,
    pending: query.pending === 'true',
    answered: query.answered === 'true',
    after: query.after,
  });
  const cards = await caseCards(
    db,
    cases.map((one) => ({ ...one, because: mine.get(one.id) ?? [] })),
  );
  return { total: mine.size, found, cards, next };
});
