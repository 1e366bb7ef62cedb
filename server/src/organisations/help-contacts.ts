import type { Assistance } from '@concertation/shared/contracts';
import type { Executor } from '../database/index.ts';
import { readOrganisations } from './read-organisations.ts';

/** Where the people of these organisations find help, by name; those that say nowhere are left out. Source: SC-07, OO-07. */
export async function helpContacts(executor: Executor, organisationIds: string[]): Promise<Assistance[]> {
  const facts = await readOrganisations(executor, [...new Set(organisationIds)]);
  return [...facts.values()]
    .filter(({ help }) => help.email !== '' || help.phone !== '')
    .map(({ name, help }) => ({ name, help }))
    .sort((a, b) => a.name.localeCompare(b.name, 'fr'));
}
