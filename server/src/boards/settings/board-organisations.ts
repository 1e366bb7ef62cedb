import { eq, inArray } from 'drizzle-orm';
import { boardOrganisations } from '@concertation/schema';
import type { Executor, Transaction } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';
import { readOrganisations } from '../../organisations/index.ts';

export type BoardOrganisation = { organisationId: string; name: string };

/**
 * The organisations chosen for a board, in the order given, each once. Throws `invalid` when one does not exist: they
 * are created before the board (SC-47).
 */
export async function chosenOrganisations(executor: Executor, ids: string[]): Promise<BoardOrganisation[]> {
  const wanted = [...new Set(ids)];
  const known = await readOrganisations(executor, wanted);
  return wanted.map((organisationId) => {
    const found = known.get(organisationId);
    if (!found) throw new AppError('invalid', { fields: [{ field: 'organisationIds', problem: 'unknown' }] });
    return { organisationId, name: found.name };
  });
}

/** Attaches a board to these organisations and to no other. */
export async function attachOrganisations(tx: Transaction, boardId: string, ids: string[]): Promise<void> {
  await tx.delete(boardOrganisations).where(eq(boardOrganisations.boardId, boardId));
  if (ids.length > 0)
    await tx.insert(boardOrganisations).values(ids.map((organisationId) => ({ boardId, organisationId })));
}

/** The organisations of each board, by name, in two queries. A board without any is absent. Source: SC-47. */
export async function attachedOrganisations(
  executor: Executor,
  boardIds: string[],
): Promise<Map<string, BoardOrganisation[]>> {
  if (boardIds.length === 0) return new Map();
  const rows = await executor.select().from(boardOrganisations).where(inArray(boardOrganisations.boardId, boardIds));
  const known = await readOrganisations(executor, [...new Set(rows.map(({ organisationId }) => organisationId))]);
  const attached = rows
    .flatMap(({ boardId, organisationId }) => {
      const found = known.get(organisationId);
      return found ? [{ boardId, organisationId, name: found.name }] : [];
    })
    .toSorted((one, other) => one.name.localeCompare(other.name, 'fr'));
  const byBoard = Map.groupBy(attached, ({ boardId }) => boardId);
  return new Map(
    [...byBoard].map(([boardId, some]) => [
      boardId,
      some.map(({ organisationId, name }) => ({ organisationId, name })),
    ]),
  );
}
