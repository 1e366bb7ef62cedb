import { and, count, desc, eq, inArray } from 'drizzle-orm';
import { meetings, presentations } from '@concertation/schema';
import type { MeetingCard } from '@concertation/shared/contracts';
import type { MeetingState } from '@concertation/shared/domain';
import { subjectsAllowing } from '../access/index.ts';
import { readBoards } from '../boards/index.ts';
import type { Executor } from '../database/index.ts';

const listed = 200;

/** « Mes réunions »: the meetings of an account's boards, latest first, at most 200. Three queries. */
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
    .orderBy(desc(meetings.startsAt), desc(meetings.id))
    .limit(listed);
  const boards = await readBoards(executor, [...new Set(rows.map(({ boardId }) => boardId))]);
  return rows.flatMap(({ id, boardId, startsAt, state, ...facts }) => {
    const board = boards.get(boardId);
    if (!board) return [];
    return [{ meetingId: id, board, startsAt: startsAt.toISOString(), state: state as MeetingState, ...facts }];
  });
}
