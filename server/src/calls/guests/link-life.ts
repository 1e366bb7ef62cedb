import type { MeetingGuest } from '@concertation/shared/contracts';
import type { MeetingState } from '@concertation/shared/domain';

const hourMs = 3_600_000;
/** After a meeting's planned end, for one that runs late and for what is said after it. */
const afterwardsMs = 4 * hourMs;

type Dated = { state: MeetingState; startsAt: Date; durationMinutes: number };
type Link = { openedAt: Date | null; withdrawnAt: Date | null };

/**
 * When a meeting's guest links end, and the sessions that they open: four hours after its planned end; while it runs,
 * not before four hours from now. Rule GST-3.
 */
export function linksEnd({ state, startsAt, durationMinutes }: Dated, now = new Date()): Date {
  const planned = startsAt.getTime() + durationMinutes * 60_000;
  const latest = state === 'running' ? Math.max(planned, now.getTime()) : planned;
  return new Date(latest + afterwardsMs);
}

/** Whether a meeting's links open nothing more: it is closed, cancelled, or its time is past. */
export function linksEnded(meeting: Dated, now = new Date()): boolean {
  return meeting.state === 'closed' || meeting.state === 'cancelled' || linksEnd(meeting, now) <= now;
}

/** A guest as the list says it. `came`: the link was followed. */
export function guestState(link: Link, meeting: Dated, now = new Date()): MeetingGuest['state'] {
  if (link.withdrawnAt) return 'withdrawn';
  if (link.openedAt) return 'came';
  return linksEnded(meeting, now) ? 'expired' : 'invited';
}
