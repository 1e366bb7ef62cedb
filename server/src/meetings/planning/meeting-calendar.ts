import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { Video } from '@concertation/shared/domain';

/** What an event says of a meeting: dates and means of access. Never a case, never a reason in free words. */
export type CalendarMeeting = {
  meetingId: string;
  boardName: string;
  startsAt: Date;
  durationMinutes: number;
  video: Video;
  fictitious: boolean;
  cancelled: boolean;
  revision: number;
};

/** REQUEST invites to one event, CANCEL strikes out, PUBLISH shows: a file to open, or several events (RFC 5546, 3.2). */
export type CalendarMethod = 'REQUEST' | 'CANCEL' | 'PUBLISH';

const statusOf = ({ cancelled }: CalendarMeeting) =>
  cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED;

/** The meeting's page, which then opens the product's own call at once. */
const callPage = (page: string) => `${page}?visio`;

/** Where people meet: the link that their diary opens with one click. Source: OO-30, OO-38, OO-41, OO-42. */
function placeOf({ video: { mode, details } }: CalendarMeeting, page: string): string {
  if (mode === 'audio') return 'Audioconférence';
  if (mode === 'product') return callPage(page);
  if (mode === 'link') return /https?:\/\/\S+/.exec(details)?.[0] ?? 'Visioconférence';
  return page;
}

const meansNames = {
  product: 'Pont téléphonique',
  none: null,
  link: 'Visioconférence',
  audio: 'Audioconférence',
} as const;

function describe({ video: { mode, details }, fictitious }: CalendarMeeting, page: string): string {
  const means = meansNames[mode];
  return [
    fictitious ? 'Session fictive : un essai, sans patient.' : '',
    mode === 'product' ? `Visioconférence intégrée, sans rien installer :\n${callPage(page)}` : '',
    means && details ? `${means} :\n${details}` : '',
    `La liste, les fiches et les comptes-rendus se consultent dans Concertation :\n${page}`,
  ]
    .filter(Boolean)
    .join('\n\n');
}

/**
 * Meetings as iCalendar events. The UID is the meeting's id and the SEQUENCE its revision, so that a diary changes the
 * event it has; instants are in UTC, which every diary turns into its own clock. Source: OO-28, OO-30, OO-42; PLA-8.
 */
export function meetingCalendar(meetings: CalendarMeeting[], method: CalendarMethod, origin: string): string {
  const calendar = ical({
    prodId: { company: 'Concertation', product: 'RCP', language: 'FR' },
    method: ICalCalendarMethod[method],
  });
  const sender = `ne-pas-repondre@${new URL(origin).hostname}`;
  for (const meeting of meetings) {
    const page = `${origin}/reunions/${meeting.meetingId}`;
    calendar.createEvent({
      id: meeting.meetingId,
      sequence: meeting.revision,
      start: meeting.startsAt,
      end: new Date(meeting.startsAt.getTime() + meeting.durationMinutes * 60_000),
      summary: meeting.fictitious ? `${meeting.boardName} (session fictive)` : meeting.boardName,
      location: placeOf(meeting, page),
      description: describe(meeting, page),
      url: meeting.video.mode === 'product' ? callPage(page) : page,
      status: statusOf(meeting),
      organizer: { name: meeting.boardName, email: sender },
    });
  }
  return calendar.toString();
}
