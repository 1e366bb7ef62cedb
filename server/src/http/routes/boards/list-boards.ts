import { endpoints } from '@concertation/shared/contracts';
import { searchBoards } from '../../../boards/index.ts';
import { route } from '../../route.ts';
import { boardCards } from './board-cards.ts';

/** « Staff »: the boards one may present to (SC-61, SC-62). */
export const listBoards = route(endpoints.listBoards, async ({ database: { db } }, { principal, query }) => {
  const { search, mine, kind } = query;
  const sought = { search: search ?? '', mine: mine === 'true', ...(kind ? { kind } : {}) };
  return boardCards(db, principal.accountId, await searchBoards(db, principal.accountId, sought));
});
