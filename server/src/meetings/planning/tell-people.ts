import type { BoardSummary } from '../../boards/index.ts';
import type { Transaction } from '../../database/index.ts';
import type { Tell } from '../../notifications/index.ts';
import type { MeetingFacts } from '../read-meeting.ts';
import { meetingCalendar } from './meeting-calendar.ts';
import { peopleToTell } from './people-to-tell.ts';

export type TellNeeds = { tell: Tell; origin: string };
type Told = Pick<MeetingFacts, 'id' | 'startsAt' | 'durationMinutes' | 'video' | 'fictitious' | 'state' | 'revision'>;

/** A meeting as diaries are told of it. */
export const toCalendar = (board: BoardSummary, { id, state, ...meeting }: Told) => ({
  ...meeting,
  meetingId: id,
  boardName: board.name,
  cancelled: state === 'cancelled',
});

/**
 * Tells the people concerned by meetings of one board, in one notice however many: their diaries receive an event of
 * each. `except` is who acted; null: nobody is left out. Returns how many were told.
 */
export async function tellPeople(
  tx: Transaction,
  { tell, origin }: TellNeeds,
  {
    kind,
    board,
    meetings,
    except,
  }: {
    kind: 'meeting_planned' | 'meeting_changed' | 'meeting_cancelled';
    board: BoardSummary & { timeZone: string };
    /** In order of date, at least one. */
    meetings: Told[];
    except: string | null;
  },
): Promise<number> {
  const [first] = meetings;
  if (!first) return 0;
  const { boardId, name: boardName } = board;
  const concerned = await peopleToTell(
    tx,
    boardId,
    meetings.map(({ id }) => id),
  );
  const to = concerned.filter((accountId) => accountId !== except);
  if (to.length === 0) return 0;
  const several = meetings.length > 1;
  const method = kind === 'meeting_cancelled' ? 'CANCEL' : several ? 'PUBLISH' : 'REQUEST';
  const events = meetings.map((meeting) => toCalendar(board, meeting));
  await tell(tx, {
    to,
    kind,
    about: {
      boardId,
      boardName,
      meetingId: first.id,
      startsAt: first.startsAt.toISOString(),
      ...(several ? { count: meetings.length } : {}),
    },
    calendar: { method, content: meetingCalendar(events, method, origin) },
    timeZone: board.timeZone,
  });
  return to.length;
}
