import { eq } from 'drizzle-orm';
import { boardOrganisations, boards } from '@concertation/schema';
import type { Transaction } from '../../database/index.ts';
import { searchTextOf } from './board-columns.ts';
import { attachedOrganisations } from './board-organisations.ts';

/** Says an organisation's new name where its boards are announced and searched. Called in the transaction that renames it. */
export async function followRenaming(
  tx: Transaction,
  { organisationId, from, to }: { organisationId: string; from: string; to: string },
): Promise<void> {
  const rows = await tx
    .select({
      id: boards.id,
      name: boards.name,
      field: boards.field,
      place: boards.place,
      organisation: boards.organisation,
    })
    .from(boards)
    .innerJoin(boardOrganisations, eq(boardOrganisations.boardId, boards.id))
    .where(eq(boardOrganisations.organisationId, organisationId));
  const attached = await attachedOrganisations(
    tx,
    rows.map(({ id }) => id),
  );
  for (const { id, organisation, ...board } of rows) {
    const names = (attached.get(id) ?? []).map(({ name }) => name);
    await tx
      .update(boards)
      .set({ organisation: organisation === from ? to : organisation, searchText: searchTextOf(board, names) })
      .where(eq(boards.id, id));
  }
}
