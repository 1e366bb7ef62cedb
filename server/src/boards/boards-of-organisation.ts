import { eq, inArray } from 'drizzle-orm';
import { boardOrganisations } from '@concertation/schema';
import type { Executor } from '../database/index.ts';
import { type BoardFacts, readBoardFacts } from './read-boards.ts';

/** The boards that belong to an organisation, by name, published or not. Two queries. Source: SC-47. */
export async function boardsOfOrganisation(executor: Executor, organisationId: string): Promise<BoardFacts[]> {
  const rows = await executor
    .select({ boardId: boardOrganisations.boardId })
    .from(boardOrganisations)
    .where(eq(boardOrganisations.organisationId, organisationId));
  const boards = await readBoardFacts(
    executor,
    rows.map(({ boardId }) => boardId),
  );
  return [...boards.values()].sort((a, b) => a.name.localeCompare(b.name, 'fr') || a.boardId.localeCompare(b.boardId));
}

/** The ids of the organisations to which any of these boards belongs, each once, in one query. */
export async function organisationsOfBoards(executor: Executor, boardIds: string[]): Promise<string[]> {
  if (boardIds.length === 0) return [];
  const rows = await executor
    .selectDistinct({ organisationId: boardOrganisations.organisationId })
    .from(boardOrganisations)
    .where(inArray(boardOrganisations.boardId, boardIds));
  return rows.map(({ organisationId }) => organisationId);
}
