import { and, eq, gt, inArray, lt, or, sql } from 'drizzle-orm';
import { DateTime } from 'luxon';
import { meetings } from '@concertation/schema';
import type { MeetingState } from '@concertation/shared/domain';
import type { Executor } from '../../database/index.ts';

type Upcoming = { meetingId: string; startsAt: Date };
export type UpcomingOfBoard = { next: Upcoming | null; today: Upcoming | null };

/** No place on Earth is further from another than this: what is not within it is not today, anywhere. */
const dayAround = 36 * 3_600_000;

/**
 * For each board, the next meeting that has not ended, and the one of today on the calendar of the board's time zone
 * (of several, the first that has not ended). Only what is planned, open or running, and not fictitious. One query,
 * however many boards. Source: SC-59, SC-90.
 */
export async function upcomingOfBoards(
  executor: Executor,
  boards: { boardId: string; timeZone: string }[],
): Promise<Map<string, UpcomingOfBoard>> {
  if (boards.length === 0) return new Map();
  const now = new Date();
  const from = new Date(now.getTime() - dayAround);
  const to = new Date(now.getTime() + dayAround);
  const ended = sql<boolean>`${meetings.startsAt} + ${meetings.durationMinutes} * interval '1 minute' <= now()`;
  const ranked = executor
    .select({
      meetingId: meetings.id,
      boardId: meetings.boardId,
      startsAt: meetings.startsAt,
      ended: ended.as('ended'),
      rank: sql<number>`row_number() over (partition by ${meetings.boardId} order by ${ended}, ${meetings.startsAt}, ${meetings.id})::int`.as(
        'rank',
      ),
    })
    .from(meetings)
    .where(
      and(
        inArray(meetings.boardId, [...new Set(boards.map(({ boardId }) => boardId))]),
        inArray(meetings.state, ['planned', 'open', 'running'] satisfies MeetingState[]),
        eq(meetings.fictitious, false),
        gt(meetings.startsAt, from),
      ),
    )
    .as('ranked');
  const rows = await executor
    .select()
    .from(ranked)
    .where(or(eq(ranked.rank, 1), lt(ranked.startsAt, to)))
    .orderBy(ranked.rank);
  const byBoard = Map.groupBy(rows, ({ boardId }) => boardId);
  return new Map(
    boards.map(({ boardId, timeZone }) => {
      const day = (instant: Date) => DateTime.fromJSDate(instant, { zone: timeZone }).toISODate();
      const found = byBoard.get(boardId) ?? [];
      const next = found.find((row) => !row.ended);
      const today = found.find(({ startsAt }) => day(startsAt) === day(now));
      const named = (row: Upcoming | undefined) => (row ? { meetingId: row.meetingId, startsAt: row.startsAt } : null);
      return [boardId, { next: named(next), today: named(today) }];
    }),
  );
}
