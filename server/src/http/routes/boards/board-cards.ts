import { type BoardRole, boardRoles } from '@concertation/shared/access';
import type { BoardCard } from '@concertation/shared/contracts';
import { rolesOfAll } from '../../../access/index.ts';
import type { BoardFacts } from '../../../boards/index.ts';
import type { Executor } from '../../../database/index.ts';
import { type UpcomingOfBoard, upcomingOfBoards } from '../../../meetings/index.ts';

const toWire = (meeting: UpcomingOfBoard['next'] | undefined) =>
  meeting ? { meetingId: meeting.meetingId, startsAt: meeting.startsAt.toISOString() } : null;

/** Boards as a list shows them to an account, in the order given, in two queries. A platform has no dates (SC-99). */
export async function boardCards(executor: Executor, accountId: string, boards: BoardFacts[]): Promise<BoardCard[]> {
  const holdings = boards.map(({ boardId }) => ({ accountId, subject: { kind: 'board', id: boardId } as const }));
  const roles = await rolesOfAll(executor, holdings);
  const upcoming = await upcomingOfBoards(
    executor,
    boards.filter(({ kind }) => kind !== 'opinion_platform'),
  );
  return boards.map(({ boardId, name, kind, organisation, level, field, place }, index) => {
    const held = (roles[index] ?? []) as BoardRole[];
    const dates = upcoming.get(boardId);
    return {
      boardId,
      name,
      kind,
      organisation,
      level,
      field,
      place,
      roles: boardRoles.filter((role) => held.includes(role)),
      next: toWire(dates?.next),
      today: toWire(dates?.today),
    };
  });
}
