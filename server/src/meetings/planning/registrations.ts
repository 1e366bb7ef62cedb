import type { MeetingFacts } from '../read-meeting.ts';

const hourMs = 3_600_000;

/** When registrations close by themselves: so many hours before the meeting; 0: when it starts. */
export function usualClosing(startsAt: Date, closingHours: number): Date {
  return new Date(startsAt.getTime() - closingHours * hourMs);
}

/** Whether registrations are closed by their date alone. */
export function isClosed({ registrationClosesAt }: Pick<MeetingFacts, 'registrationClosesAt'>, now = new Date()) {
  return registrationClosesAt !== null && registrationClosesAt <= now;
}

/**
 * Until when registrations open again: the board's usual delay; where it is past, the meeting's start; where that is
 * past too, no date. Rule PLA-7.
 */
export function reopenedUntil(startsAt: Date, closingHours: number, now = new Date()): Date | null {
  const usual = usualClosing(startsAt, closingHours);
  return [usual, startsAt].find((instant) => instant > now) ?? null;
}

/**
 * Whether presenters may put a case on the list: a planned meeting, no trial, not closed, and with a place left.
 * `placesLeft` null: no limit. Source: SC-82.
 */
export function takesRegistrations(
  meeting: Pick<MeetingFacts, 'state' | 'fictitious' | 'registrationClosesAt'>,
  placesLeft: number | null,
  now = new Date(),
): boolean {
  const open = meeting.state === 'planned' && !meeting.fictitious && !isClosed(meeting, now);
  return open && (placesLeft === null || placesLeft > 0);
}
