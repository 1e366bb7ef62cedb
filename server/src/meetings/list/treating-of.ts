import { grantsOnAll } from '../../access/index.ts';
import { readCases } from '../../cases/index.ts';
import type { Executor } from '../../database/index.ts';
import type { PresentationFacts } from '../read-presentations.ts';

/**
 * The accounts in charge of the patient of each presentation, each once: who owns the case, its referents, and who
 * presents it. Two queries, however many. Source: SC-84.
 */
export async function treatingOf(
  executor: Executor,
  presentations: Pick<PresentationFacts, 'presentationId' | 'caseId' | 'presenterId'>[],
): Promise<Map<string, string[]>> {
  const caseIds = [...new Set(presentations.map(({ caseId }) => caseId))];
  const cases = await readCases(executor, caseIds);
  const grants = await grantsOnAll(executor, 'case', caseIds);
  const referents = Map.groupBy(
    grants.filter(({ role, grantee }) => role === 'referent' && grantee.kind === 'account'),
    ({ subject }) => subject.id,
  );
  return new Map(
    presentations.map(({ presentationId, caseId, presenterId }) => {
      const owner = cases.get(caseId)?.ownerId ?? presenterId;
      const named = (referents.get(caseId) ?? []).map(({ grantee }) => grantee.id);
      return [presentationId, [...new Set([owner, ...named, presenterId])]];
    }),
  );
}
