import type { BoardMeeting } from '@concertation/shared/contracts';

/**
 * The dates of a board on which a case may be put, soonest first: those that register, and for who runs its meetings
 * the closed and full ones too.
 */
export function openDates(meetings: readonly BoardMeeting[], runs: boolean): BoardMeeting[] {
  const coming = (meeting: BoardMeeting) => ['planned', 'open', 'running'].includes(meeting.state);
  return meetings
    .filter((meeting) => meeting.registers || (runs && coming(meeting) && !meeting.fictitious))
    .sort((a, b) => a.startsAt.localeCompare(b.startsAt));
}
