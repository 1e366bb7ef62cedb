import { and, count, eq, inArray, sql } from 'drizzle-orm';
import { meetings, presentations } from '@concertation/schema';
import type { MeetingCard } from '@concertation/shared/contracts';
import type { MeetingState } from '@concertation/shared/domain';
import { subjectsAllowing } from '../access/index.ts';
import { readBoards } from '../boards/index.ts';
import type { Executor } from '../database/index.ts';

const listed = 200;

/**
 * « Mes réunions »: the meetings of an account's boards, latest first. At most 200, the nearest to today: a series planned
 * for two years hides none of this week's. Three queries.
 */
export async function listMeetings(executor: Executor, accountId: string): Promise<MeetingCard[]> {
  const readable = await subjectsAllowing(executor, accountId, 'meeting', 'meeting.read');
  if (readable.length === 0) return [];
  const rows = await executor
    .select({
      id: meetings.id,
      boardId: meetings.boardId,
      startsAt: meetings.startsAt,
      state: meetings.state,
      durationMinutes: meetings.durationMinutes,
      fictitious: meetings.fictitious,
      presentationCount: count(presentations.id),
    })
    .from(meetings)
    .leftJoin(presentations, and(eq(presentations.meetingId, meetings.id), eq(presentations.state, 'listed')))
    .where(inArray(meetings.id, readable))
    .groupBy(meetings.id)
    .orderBy(sql`abs(extract(epoch from ${meetings.startsAt} - now()))`, meetings.id)
    .limit(listed);
  const boards = await readBoards(executor, [...new Set(rows.map(({ boardId }) => boardId))]);
  const latestFirst = rows.toSorted((one, other) => other.startsAt.getTime() - one.startsAt.getTime());
  return latestFirst.flatMap(({ id, boardId, startsAt, state, ...facts }) => {
    const board = boards.get(boardId);
    if (!board) return [];
    return [{ meetingId: id, board, startsAt: startsAt.toISOString(), state: state as MeetingState, ...facts }];
  });
}
