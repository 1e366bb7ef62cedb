import type { BoardMeeting } from '@concertation/shared/contracts';

/**
 * The dates that are still to come or being held, in the server's order (soonest first), and the others. What is closed
 * is past at once; what is cancelled is shown until its hour has passed, so that nobody comes.
 */
export function splitDates(
  meetings: readonly BoardMeeting[],
  now: Date,
): { coming: BoardMeeting[]; past: BoardMeeting[] } {
  const isPast = ({ state, startsAt, durationMinutes }: BoardMeeting) =>
    state === 'closed' ||
    (state !== 'running' &&
      state !== 'open' &&
      new Date(startsAt).getTime() + durationMinutes * 60_000 <= now.getTime());
  const past = meetings.filter(isPast);
  return {
    coming: meetings.filter((meeting) => !past.includes(meeting)),
    past: past.toSorted((one, other) => other.startsAt.localeCompare(one.startsAt)),
  };
}
