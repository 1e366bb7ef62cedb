import { and, asc, count, eq, sql } from 'drizzle-orm';
import { meetings, presentations } from '@concertation/schema';
import type { BoardMeeting } from '@concertation/shared/contracts';
import type { MeetingState } from '@concertation/shared/domain';
import type { Executor } from '../../database/index.ts';
import { takesRegistrations } from './registrations.ts';

const listed = 100;

/**
 * A board's dates, coming ones first and soonest first, then past ones, latest first; at most 100. No case, no name:
 * whoever may present to the board sees it. One query. Source: SC-59.
 */
export async function boardMeetings(executor: Executor, boardId: string): Promise<BoardMeeting[]> {
  const past = sql<boolean>`${meetings.startsAt} + ${meetings.durationMinutes} * interval '1 minute' <= now()`;
  const epoch = sql`extract(epoch from ${meetings.startsAt})`;
  const rows = await executor
    .select({ meeting: meetings, taken: count(presentations.id) })
    .from(meetings)
    .leftJoin(presentations, and(eq(presentations.meetingId, meetings.id), eq(presentations.state, 'listed')))
    .where(eq(meetings.boardId, boardId))
    .groupBy(meetings.id)
    .orderBy(asc(past), sql`case when ${past} then -${epoch} else ${epoch} end`, asc(meetings.id))
    .limit(listed);
  const now = new Date();
  return rows.map(({ meeting, taken }) => {
    const { id, startsAt, durationMinutes, fictitious, registrationClosesAt, capacity, seriesId } = meeting;
    const state = meeting.state as MeetingState;
    const placesLeft = capacity === null ? null : Math.max(0, capacity - taken);
    return {
      meetingId: id,
      startsAt: startsAt.toISOString(),
      durationMinutes,
      state,
      fictitious,
      registrationClosesAt: registrationClosesAt?.toISOString() ?? null,
      registers: takesRegistrations({ state, fictitious, registrationClosesAt }, placesLeft, now),
      placesLeft,
      inSeries: seriesId !== null,
    };
  });
}
