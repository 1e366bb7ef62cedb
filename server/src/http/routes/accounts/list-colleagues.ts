import { accountEndpoints, type Colleague } from '@concertation/shared/contracts';
import { findPeople, readShownAddresses, searchPeople } from '../../../auth/index.ts';
import { sharedBoards } from '../../../boards/index.ts';
import { sharedOrganisations } from '../../../organisations/index.ts';
import { route } from '../../route.ts';

const shown = 100;

/**
 * « Confrères »: everybody whom a search finds, or those one works with. The address of each who shows it: anybody may say
 * that an organisation is theirs, so it counts for the address once they were verified themselves (REG-18). At most eight
 * queries. Source: SC-32, PA-19.
 */
export const listColleagues = route(
  accountEndpoints.listColleagues,
  async ({ database: { db } }, { principal: { accountId }, visit, query }): Promise<Colleague[]> => {
    const boards = await sharedBoards(db, accountId);
    const organisations = await sharedOrganisations(db, accountId);
    const found = query.search
      ? await searchPeople(db, query.search)
      : [...(await findPeople(db, [...new Set([...boards.keys(), ...organisations.keys()])])).values()];
    const others = found.filter((person) => person.accountId !== accountId).slice(0, shown);
    const beside = new Set([...boards.keys(), ...(visit.standing === 'verified' ? organisations.keys() : [])]);
    const addresses = await readShownAddresses(
      db,
      others.map((person) => person.accountId),
      beside,
    );
    return others.map((person) => ({
      ...person,
      boards: boards.get(person.accountId) ?? [],
      organisations: organisations.get(person.accountId) ?? [],
      email: addresses.get(person.accountId) ?? null,
    }));
  },
);
