import { accountsBeside } from '../access/index.ts';
import type { Executor } from '../database/index.ts';
import { readOrganisations } from './read-organisations.ts';

/** The names of the organisations that an account shares with each other person of one of them. Two queries. Source: SC-32. */
export async function sharedOrganisations(executor: Executor, accountId: string): Promise<Map<string, string[]>> {
  const beside = await accountsBeside(executor, accountId, 'organisation');
  const facts = await readOrganisations(executor, [...new Set(beside.map(({ subjectId }) => subjectId))]);
  const byPerson = Map.groupBy(beside, (held) => held.accountId);
  return new Map(
    [...byPerson].map(([other, held]) => {
      const names = held.flatMap(({ subjectId }) => facts.get(subjectId)?.name ?? []);
      return [other, [...new Set(names)].sort((a, b) => a.localeCompare(b, 'fr'))];
    }),
  );
}
