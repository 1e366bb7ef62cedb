import { organisationEndpoints } from '@concertation/shared/contracts';
import { findPeople } from '../../../auth/index.ts';
import { boardsOfOrganisation, membersOfBoards } from '../../../boards/index.ts';
import { AppError } from '../../../lib/index.ts';
import { upcomingOfBoards } from '../../../meetings/index.ts';
import { readPublishedNetwork } from '../../../organisations/index.ts';
import { route } from '../../route.ts';

/** Six queries, however many boards; of the rows read, only what the contract names goes out. */
export const readPortal = route(organisationEndpoints.readPortal, async ({ database: { db } }, { params }) => {
  const network = await readPublishedNetwork(db, params.slug);
  if (!network) throw new AppError('not_found');
  const { slug, name, place, presentation, help, organisationId } = network;
  const boards = (await boardsOfOrganisation(db, organisationId)).filter(
    ({ published, kind }) => published && kind !== 'opinion_platform',
  );
  const upcoming = await upcomingOfBoards(db, boards);
  const shown = boards.filter(({ showsMembers }) => showsMembers).map(({ boardId }) => boardId);
  const members = await membersOfBoards(db, shown);
  const people = await findPeople(db, [...members.values()].flat());
  return {
    slug,
    name,
    place,
    presentation,
    help,
    boards: boards.map((board) => {
      const { next, today } = upcoming.get(board.boardId) ?? { next: null, today: null };
      const names = (members.get(board.boardId) ?? []).flatMap((accountId) => people.get(accountId)?.name ?? []);
      return {
        boardId: board.boardId,
        name: board.name,
        kind: board.kind,
        level: board.level,
        field: board.field,
        place: board.place,
        nextMeetingAt: next?.startsAt.toISOString() ?? null,
        meetsToday: today !== null,
        members: names,
      };
    }),
  };
});
