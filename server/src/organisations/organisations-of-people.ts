import { subjectsOfAccounts } from '../access/index.ts';
import type { Executor } from '../database/index.ts';
import { readOrganisations } from './read-organisations.ts';

/** The names of the organisations that each of several people administers or belongs to. Two queries. */
export async function organisationsOfPeople(executor: Executor, accountIds: string[]): Promise<Map<string, string[]>> {
  const held = await subjectsOfAccounts(executor, 'organisation', accountIds);
  const facts = await readOrganisations(executor, [...new Set(held.map(({ subjectId }) => subjectId))]);
  const names = new Map<string, string[]>();
  for (const { accountId, subjectId } of held) {
    const name = facts.get(subjectId)?.name;
    if (name) names.set(accountId, [...new Set([...(names.get(accountId) ?? []), name])]);
  }
  return names;
}
