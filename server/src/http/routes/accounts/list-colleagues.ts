import { accountEndpoints, type Colleague } from '@concertation/shared/contracts';
import { findPeople, searchPeople } from '../../../auth/index.ts';
import { sharedBoards } from '../../../boards/index.ts';
import { sharedOrganisations } from '../../../organisations/index.ts';
import { route } from '../../route.ts';

const shown = 100;

/** « Confrères »: everybody whom a search finds, or those one works with. At most seven queries. */
export const listColleagues = route(
  accountEndpoints.listColleagues,
  async ({ database: { db } }, { principal: { accountId }, query }): Promise<Colleague[]> => {
    const boards = await sharedBoards(db, accountId);
    const organisations = await sharedOrganisations(db, accountId);
    const found = query.search
      ? await searchPeople(db, query.search)
      : [...(await findPeople(db, [...new Set([...boards.keys(), ...organisations.keys()])])).values()];
    return found
      .filter((person) => person.accountId !== accountId)
      .map((person) => ({
        ...person,
        boards: boards.get(person.accountId) ?? [],
        organisations: organisations.get(person.accountId) ?? [],
      }))
      .slice(0, shown);
  },
);
