import { grantsOn } from '../access/index.ts';
import type { Executor } from '../database/index.ts';
import { AppError } from '../lib/index.ts';
import { readCases, type CaseFacts } from './read-cases.ts';

/** One case and who its referents are (account ids). Throws `not_found`. */
export async function readCase(executor: Executor, caseId: string): Promise<CaseFacts & { referentIds: string[] }> {
  const found = (await readCases(executor, [caseId])).get(caseId);
  if (!found) throw new AppError('not_found');
  const grants = await grantsOn(executor, { kind: 'case', id: caseId });
  return { ...found, referentIds: grants.filter(({ role }) => role === 'referent').map(({ grantee }) => grantee.id) };
}
