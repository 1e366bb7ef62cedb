import { boards } from '@concertation/schema';
import type { BoardSettings } from '@concertation/shared/contracts';
import { grant, type Grant } from '../access/index.ts';
import type { Transaction } from '../database/index.ts';
import { newId } from '../lib/index.ts';
import type { BoardMember } from './members/board-members.ts';
import type { BoardSummary } from './read-boards.ts';
import { searchTextOf } from './settings/board-columns.ts';
import { attachOrganisations, chosenOrganisations } from './settings/board-organisations.ts';

/** A board to create: its name, its kind and its first members; what else is absent takes the table's defaults. */
export type NewBoard = Omit<BoardSummary, 'boardId' | 'organisation'> &
  Partial<BoardSettings> & {
    /** The name announced beside the board's, when it is attached to no organisation. */
    organisation?: string;
    members: BoardMember[];
    grantedBy?: string;
  };

/**
 * Creates a board with its first members. Returns its id and the grants given, for the caller to audit. Throws
 * `invalid` when one of its organisations does not exist.
 */
export async function createBoard(
  tx: Transaction,
  { members, grantedBy, organisationIds = [], organisation = '', ...settings }: NewBoard,
): Promise<{ boardId: string; grants: Grant[] }> {
  const boardId = newId();
  const organisations = await chosenOrganisations(tx, organisationIds);
  const names = organisations.length > 0 ? organisations.map(({ name }) => name) : [organisation];
  await tx.insert(boards).values({
    ...settings,
    id: boardId,
    organisation: names[0] ?? '',
    searchText: searchTextOf(settings, names),
    createdAt: new Date(),
  });
  await attachOrganisations(
    tx,
    boardId,
    organisations.map(({ organisationId }) => organisationId),
  );
  const grants: Grant[] = [];
  for (const { accountId, role } of members)
    grants.push(
      await grant(tx, {
        subject: { kind: 'board', id: boardId },
        grantee: { kind: 'account', id: accountId },
        role,
        grantedBy: grantedBy ?? null,
      }),
    );
  return { boardId, grants };
}
