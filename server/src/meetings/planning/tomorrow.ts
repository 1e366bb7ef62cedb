import { and, asc, gte, inArray, lt, ne } from 'drizzle-orm';
import { DateTime } from 'luxon';
import { meetings, presentations } from '@concertation/schema';
import { boardAdministrators } from '@concertation/shared/access';
import type { MeetingState } from '@concertation/shared/domain';
import { accountsOn } from '../../access/index.ts';
import { readBoardFacts } from '../../boards/index.ts';
import type { Executor } from '../../database/index.ts';
import type { DigestFacts, DigestMeeting } from '../../notifications/index.ts';
import { missingOf } from '../list/missing-of.ts';

/** The meetings that are to be held on a day of their board's calendar, by date. */
async function meetingsOn(executor: Executor, day: string) {
  const noon = DateTime.fromISO(`${day}T12:00`, { zone: 'utc' });
  const rows = await executor
    .select({
      id: meetings.id,
      boardId: meetings.boardId,
      startsAt: meetings.startsAt,
      fictitious: meetings.fictitious,
    })
    .from(meetings)
    .where(
      and(
        // No calendar of the Earth has this day outside of these bounds.
        gte(meetings.startsAt, noon.minus({ hours: 27 }).toJSDate()),
        lt(meetings.startsAt, noon.plus({ hours: 27 }).toJSDate()),
        inArray(meetings.state, ['planned', 'open'] satisfies MeetingState[]),
      ),
    )
    .orderBy(asc(meetings.startsAt), asc(meetings.id));
  const boards = await readBoardFacts(executor, [...new Set(rows.map(({ boardId }) => boardId))]);
  return rows.flatMap((row) => {
    const board = boards.get(row.boardId);
    const zoned = DateTime.fromJSDate(row.startsAt, { zone: board?.timeZone ?? 'utc' });
    return board && zoned.toISODate() === day ? [{ ...row, board }] : [];
  });
}

type DatedMeeting = Awaited<ReturnType<typeof meetingsOn>>[number];

/** Every case that is on these meetings' lists or prepared for them, with whether something is missing. */
async function casesOf(executor: Executor, dated: DatedMeeting[]) {
  const boardOf = new Map(dated.map(({ id, boardId }) => [id, boardId]));
  if (boardOf.size === 0) return [];
  const rows = await executor
    .select()
    .from(presentations)
    .where(and(inArray(presentations.meetingId, [...boardOf.keys()]), ne(presentations.state, 'removed')));
  const facts = rows.map(({ id, ...row }) => ({
    ...row,
    presentationId: id,
    boardId: boardOf.get(row.meetingId) as string,
  }));
  const missing = await missingOf(executor, facts as Parameters<typeof missingOf>[1]);
  return facts.map(({ presentationId, meetingId, caseId, presenterId, state }) => ({
    meetingId,
    caseId,
    presenterId,
    listed: state === 'listed',
    ready: state === 'listed' && (missing.get(presentationId) ?? []).length === 0,
  }));
}

type DatedCase = Awaited<ReturnType<typeof casesOf>>[number];

const isAdministrator = (role: string): boolean => (boardAdministrators as readonly string[]).includes(role);

function meetingOf(
  { id, startsAt, fictitious, board }: DatedMeeting,
  accountId: string,
  cases: DatedCase[],
  administers: boolean,
): DigestMeeting | null {
  const own = cases.filter(({ presenterId }) => presenterId === accountId);
  const counted = administers ? cases.filter(({ listed, presenterId }) => listed || presenterId === accountId) : own;
  if (!administers && own.length === 0) return null;
  return {
    meetingId: id,
    boardName: board.name,
    timeZone: board.timeZone,
    startsAt,
    fictitious,
    administers,
    cases: counted.length,
    notReady: counted.filter(({ ready }) => !ready).length,
    toComplete: own.filter(({ ready }) => !ready).map(({ caseId }) => caseId),
  };
}

/**
 * For everybody who presents a case on a day, or administers the board of a meeting of that day: their meetings, with
 * how many cases and how many are not ready. What somebody else still prepares is nobody's business but theirs. A
 * constant number of queries. Source: SC-87; issue « notifications ».
 */
export async function tomorrowsPresentations(executor: Executor, day: string): Promise<DigestFacts[]> {
  const dated = await meetingsOn(executor, day);
  const cases = await casesOf(executor, dated);
  const members = await accountsOn(executor, 'board', [...new Set(dated.map(({ boardId }) => boardId))]);
  const administrators = members.filter(({ role }) => isAdministrator(role));
  const accountIds = new Set(
    [...administrators, ...cases.map(({ presenterId }) => ({ accountId: presenterId }))].map(
      ({ accountId }) => accountId,
    ),
  );
  return [...accountIds].map((accountId) => ({
    accountId,
    meetings: dated.flatMap((meeting) => {
      const administers = administrators.some(
        (held) => held.accountId === accountId && held.subjectId === meeting.boardId,
      );
      const listed = cases.filter(({ meetingId }) => meetingId === meeting.id);
      return meetingOf(meeting, accountId, listed, administers) ?? [];
    }),
  }));
}
