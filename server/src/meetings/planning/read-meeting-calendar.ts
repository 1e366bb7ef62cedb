import { readBoard } from '../../boards/index.ts';
import type { Executor } from '../../database/index.ts';
import { readMeeting } from '../read-meeting.ts';
import { meetingCalendar } from './meeting-calendar.ts';
import { toCalendar } from './tell-people.ts';

/** A meeting as a file that any diary opens. Throws `not_found`. Source: OO-30, OO-42. */
export async function readMeetingCalendar(executor: Executor, meetingId: string, origin: string): Promise<string> {
  const meeting = await readMeeting(executor, meetingId);
  const board = await readBoard(executor, meeting.boardId);
  return meetingCalendar([toCalendar(board, meeting)], 'PUBLISH', origin);
}
