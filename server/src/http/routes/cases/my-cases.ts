import { may as allows } from '@concertation/shared/access';
import { rolesOnAll } from '../../../access/index.ts';
import { readBoards } from '../../../boards/index.ts';
import { type CaseReason, rolesOfMine, whyMine } from '../../../cases/index.ts';
import type { Executor } from '../../../database/index.ts';

/** « Mes patients »: why each is one of mine, by case id; those alone on which I may do `may`; with `caseId`, that one alone. Two queries. */
export async function myCases(
  executor: Executor,
  accountId: string,
  may: 'case.read' | 'case.share',
  caseId?: string,
): Promise<Map<string, CaseReason[]>> {
  const held = await rolesOnAll(executor, accountId, 'case', rolesOfMine, caseId);
  const boardIds = [...held.values()].flatMap((roles) => roles.flatMap(({ boardId }) => boardId ?? []));
  const boards = await readBoards(executor, [...new Set(boardIds)]);
  const platformIds = new Set(
    [...boards.values()].flatMap(({ boardId, kind }) => (kind === 'opinion_platform' ? boardId : [])),
  );
  const allowed = [...held].filter(([, roles]) =>
    allows(
      may,
      roles.map(({ role }) => role),
    ),
  );
  return new Map(allowed.map(([caseId, roles]) => [caseId, whyMine(roles, platformIds)]));
}
