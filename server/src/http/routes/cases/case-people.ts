import type { GrantLine } from '@concertation/shared/contracts';
import { grantsOn } from '../../../access/index.ts';
import { findPeople } from '../../../auth/index.ts';
import { readBoards } from '../../../boards/index.ts';
import type { Executor } from '../../../database/index.ts';

/**
 * Who has access to a case, oldest first: people by name, boards by theirs, in three queries. That a board's guests read
 * it too is said by the consent, not by a second line.
 */
export async function casePeople(executor: Executor, caseId: string): Promise<GrantLine[]> {
  const given = await grantsOn(executor, { kind: 'case', id: caseId });
  const grants = given.filter(({ role }) => role !== 'presented_openly');
  const idsOf = (kind: 'account' | 'board') =>
    grants.filter(({ grantee }) => grantee.kind === kind).map(({ grantee }) => grantee.id);
  const people = await findPeople(executor, idsOf('account'));
  const boards = await readBoards(executor, idsOf('board'));
  return grants.map(({ id, grantee, role }) => ({
    grantId: id,
    person: people.get(grantee.id) ?? null,
    boardName: boards.get(grantee.id)?.name ?? null,
    role,
  }));
}
