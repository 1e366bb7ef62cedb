import type { BoardMeeting, MeetingDetail } from '@concertation/shared/contracts';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../api/index.ts';
import { type Choice, useFormats } from '../../../ui/index.ts';
import { mayRun } from '../use-meeting.ts';

/** The dates to which a case of a meeting may go: later, planned, no trial; with a place unless one runs the meeting. */
export function laterDates(meetings: readonly BoardMeeting[], startsAt: string, runs: boolean): BoardMeeting[] {
  return meetings
    .filter((one) => one.state === 'planned' && !one.fictitious && one.startsAt > startsAt && (runs || one.registers))
    .sort((one, other) => one.startsAt.localeCompare(other.startsAt));
}

/** The board's later dates, as choices; undefined while they are being read. */
export function useLaterDates(meeting: MeetingDetail) {
  const { t } = useTranslation('meetings');
  const { meetingTime } = useFormats();
  const read = useRead('listBoardMeetings', { params: { boardId: meeting.board.boardId } });
  const places = ({ placesLeft }: BoardMeeting) =>
    placesLeft === null ? '' : t('postpone.places', { count: placesLeft });
  const choices = read.data
    ? laterDates(read.data, meeting.startsAt, mayRun(meeting)).map((one): Choice<string> => ({
        id: one.meetingId,
        label: meetingTime(one.startsAt) + places(one),
      }))
    : undefined;
  return { read, choices };
}
