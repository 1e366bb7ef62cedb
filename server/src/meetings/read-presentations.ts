import { and, asc, eq, inArray, type SQL } from 'drizzle-orm';
import { meetings, presentations } from '@concertation/schema';
import type { MeetingState } from '@concertation/shared/domain';
import type { Executor } from '../database/index.ts';
import { AppError } from '../lib/index.ts';

export type PresentationFacts = {
  presentationId: string;
  meetingId: string;
  boardId: string;
  caseId: string;
  presenterId: string;
  /** Place on the meeting's list, from 1. */
  position: number;
  startsAt: Date;
  meetingState: MeetingState;
};

async function select(executor: Executor, condition: SQL | undefined): Promise<PresentationFacts[]> {
  const rows = await executor
    .select({
      presentationId: presentations.id,
      meetingId: presentations.meetingId,
      boardId: meetings.boardId,
      caseId: presentations.caseId,
      presenterId: presentations.presenterId,
      position: presentations.position,
      startsAt: meetings.startsAt,
      meetingState: meetings.state,
    })
    .from(presentations)
    .innerJoin(meetings, eq(meetings.id, presentations.meetingId))
    .where(condition)
    .orderBy(asc(meetings.startsAt), asc(presentations.position), asc(presentations.id));
  return rows.map((row) => ({ ...row, meetingState: row.meetingState as MeetingState }));
}

/** One presentation. Throws `not_found`. */
export async function readPresentation(executor: Executor, presentationId: string): Promise<PresentationFacts> {
  const [found] = await select(executor, eq(presentations.id, presentationId));
  if (!found) throw new AppError('not_found');
  return found;
}

/** A meeting's list, in order. */
export function presentationsOfMeeting(executor: Executor, meetingId: string): Promise<PresentationFacts[]> {
  return select(executor, eq(presentations.meetingId, meetingId));
}

/** Every list on which the cases stand or stood, oldest meeting first, in one query. */
export async function presentationsOfCases(executor: Executor, caseIds: string[]): Promise<PresentationFacts[]> {
  return caseIds.length === 0 ? [] : select(executor, inArray(presentations.caseId, caseIds));
}

/** Whether a board has the case on the list of a meeting that is not over. */
export async function isAwaitedBy(executor: Executor, caseId: string, boardId: string): Promise<boolean> {
  const open = inArray(meetings.state, ['planned', 'running'] satisfies MeetingState[]);
  const found = await select(executor, and(eq(presentations.caseId, caseId), eq(meetings.boardId, boardId), open));
  return found.length > 0;
}
