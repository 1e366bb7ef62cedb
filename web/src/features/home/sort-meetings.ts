import type { MeetingCard } from '@concertation/shared/contracts';

export type SortedMeetings = {
  /** The one in progress, else the nearest planned one; null when nothing comes. */
  next: MeetingCard | null;
  /** The others in progress or planned, nearest first. */
  coming: MeetingCard[];
  /** Closed and cancelled ones, latest first. */
  past: MeetingCard[];
};

/** Sorts meetings as people look for them. A planned meeting whose hour has passed still waits to be held. */
export function sortMeetings(meetings: readonly MeetingCard[]): SortedMeetings {
  const open = meetings.filter(({ state }) => state === 'running' || state === 'planned');
  const past = meetings
    .filter((meeting) => !open.includes(meeting))
    .sort((a, b) => b.startsAt.localeCompare(a.startsAt));
  open.sort(
    (a, b) => Number(b.state === 'running') - Number(a.state === 'running') || a.startsAt.localeCompare(b.startsAt),
  );
  const [next = null, ...coming] = open;
  return { next, coming, past };
}
