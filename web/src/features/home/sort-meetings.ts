import type { MeetingCard } from '@concertation/shared/contracts';

export type SortedMeetings = {
  /** The one in progress or open, else the nearest planned one; null when nothing comes. */
  next: MeetingCard | null;
  /** The others in progress, open or planned, nearest first. */
  coming: MeetingCard[];
  /** Closed and cancelled ones, latest first. */
  past: MeetingCard[];
};

const rank = ({ state }: MeetingCard) => ['running', 'open', 'planned'].indexOf(state);

/** Sorts meetings as people look for them. A planned meeting whose hour has passed still waits to be held. */
export function sortMeetings(meetings: readonly MeetingCard[]): SortedMeetings {
  const open = meetings.filter((meeting) => rank(meeting) >= 0);
  const past = meetings
    .filter((meeting) => !open.includes(meeting))
    .sort((a, b) => b.startsAt.localeCompare(a.startsAt));
  open.sort((a, b) => rank(a) - rank(b) || a.startsAt.localeCompare(b.startsAt));
  const [next = null, ...coming] = open;
  return { next, coming, past };
}
