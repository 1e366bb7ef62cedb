import { and, asc, eq, inArray, type SQL } from 'drizzle-orm';
import { meetings, presentations } from '@concertation/schema';
import type { Guideline, MeetingState, QuorumStatus } from '@concertation/shared/domain';
import type { Executor } from '../database/index.ts';
import { AppError } from '../lib/index.ts';

type Row = typeof presentations.$inferSelect;

/** A presentation and the meeting it is for. `position`: its place on the list, from 1. */
export type PresentationFacts = Omit<Row, 'id' | 'state' | 'track' | 'guideline' | 'answers' | 'quorum'> & {
  presentationId: string;
  state: 'preparing' | 'listed' | 'removed';
  track: 'discussion' | 'registration';
  guideline: Guideline | null;
  answers: Record<string, string>;
  quorum: QuorumStatus | null;
  boardId: string;
  startsAt: Date;
  meetingState: MeetingState;
};

async function select(executor: Executor, condition: SQL | undefined): Promise<PresentationFacts[]> {
  const rows = await executor
    .select({
      presentation: presentations,
      boardId: meetings.boardId,
      startsAt: meetings.startsAt,
      meetingState: meetings.state,
    })
    .from(presentations)
    .innerJoin(meetings, eq(meetings.id, presentations.meetingId))
    .where(condition)
    .orderBy(asc(meetings.startsAt), asc(presentations.position), asc(presentations.id));
  return rows.map(
    ({ presentation: { id, ...facts }, ...meeting }) =>
      ({ ...facts, ...meeting, presentationId: id }) as PresentationFacts,
  );
}

/** One presentation. Throws `not_found`. */
export async function readPresentation(executor: Executor, presentationId: string): Promise<PresentationFacts> {
  const [found] = await select(executor, eq(presentations.id, presentationId));
  if (!found) throw new AppError('not_found');
  return found;
}

/** Presentations by id, whatever became of them, in one query. An id that names none is absent from the map. */
export async function readPresentations(
  executor: Executor,
  presentationIds: string[],
): Promise<Map<string, PresentationFacts>> {
  if (presentationIds.length === 0) return new Map();
  const found = await select(executor, inArray(presentations.id, presentationIds));
  return new Map(found.map((facts) => [facts.presentationId, facts]));
}

/** A meeting's list, in order: what is being prepared or was removed is not on it. */
export function presentationsOfMeeting(executor: Executor, meetingId: string): Promise<PresentationFacts[]> {
  return select(executor, and(eq(presentations.meetingId, meetingId), eq(presentations.state, 'listed')));
}

/** Every list on which the cases stand or stood, oldest meeting first, in one query; not what is in preparation or removed. */
export async function presentationsOfCases(executor: Executor, caseIds: string[]): Promise<PresentationFacts[]> {
  return caseIds.length === 0
    ? []
    : select(executor, and(inArray(presentations.caseId, caseIds), eq(presentations.state, 'listed')));
}

/** All that was chosen, listed or removed for a case, oldest meeting first. For who prepares it: a board sees only lists. */
export function everyPresentationOf(executor: Executor, caseId: string): Promise<PresentationFacts[]> {
  return select(executor, eq(presentations.caseId, caseId));
}

/** Whether a board has the case on the list of a meeting that is not over. */
export async function isAwaitedBy(executor: Executor, caseId: string, boardId: string): Promise<boolean> {
  const open = inArray(meetings.state, ['planned', 'open', 'running'] satisfies MeetingState[]);
  const found = await select(
    executor,
    and(eq(presentations.caseId, caseId), eq(presentations.state, 'listed'), eq(meetings.boardId, boardId), open),
  );
  return found.length > 0;
}
