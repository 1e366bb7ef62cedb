import ical, { ICalCalendarMethod } from 'ical-generator';

/** What a guest's diary is told: the meeting, and the link that opens it. Never a case. */
export type GuestEvent = {
  meetingId: string;
  revision: number;
  boardName: string;
  startsAt: Date;
  durationMinutes: number;
  link: string;
  origin: string;
};

/** The meeting as an event of a guest's diary, where the personal link is one click away. Source: CM-32. */
export function guestCalendar(event: GuestEvent): string {
  const { meetingId, revision, boardName, startsAt, durationMinutes, link, origin } = event;
  const calendar = ical({
    prodId: { company: 'Concertation', product: 'RCP', language: 'FR' },
    method: ICalCalendarMethod.REQUEST,
  });
  calendar.createEvent({
    id: meetingId,
    sequence: revision,
    start: startsAt,
    end: new Date(startsAt.getTime() + durationMinutes * 60_000),
    summary: boardName,
    location: link,
    description: `Visioconférence, sans compte et sans rien installer :\n${link}\nCe lien vous est personnel.`,
    url: link,
    organizer: { name: boardName, email: `ne-pas-repondre@${new URL(origin).hostname}` },
  });
  return calendar.toString();
}
