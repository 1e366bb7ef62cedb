import { asc, eq } from 'drizzle-orm';
import { attendances } from '@concertation/schema';
import type { Executor } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';

type Interval = { from: Date; to: Date };

/** Somebody at a meeting that is over: each time they were there, and how long in all. */
export type Presence = {
  accountId: string | null;
  name: string;
  specialty: string;
  /** What their connections show; null of a row that the secretary typed, which says neither when nor how long. */
  seen: { intervals: Interval[]; minutes: number } | null;
};

/** Two screens at once are one presence: what overlaps or touches is one interval. Oldest first. */
export function united(intervals: Interval[]): Interval[] {
  const all: Interval[] = [];
  for (const { from, to } of intervals.toSorted((a, b) => a.from.getTime() - b.from.getTime())) {
    const last = all.at(-1);
    if (last && from <= last.to) last.to = to > last.to ? to : last.to;
    else all.push({ from, to });
  }
  return all;
}

/** What of some intervals lies within another: what lies outside, or lasts no time, is left out. */
export function within(intervals: Interval[], { from: begun, to: over }: Interval): Interval[] {
  return intervals
    .map(({ from, to }) => ({ from: from < begun ? begun : from, to: to > over ? over : to }))
    .filter(({ from, to }) => from < to);
}

/**
 * The presence behind a line of attendance: all the connections of an account, or the one row that was typed. A page
 * opened before the meeting began is no presence: only the time of `meeting`, from its beginning to its close, counts.
 * Departures are those that closing the meeting wrote. Throws `not_found`. Source: CM-41.
 */
export async function presenceOf(
  executor: Executor,
  { meetingId, attendanceId, meeting }: { meetingId: string; attendanceId: string; meeting: Interval },
): Promise<Presence> {
  const rows = await executor
    .select()
    .from(attendances)
    .where(eq(attendances.meetingId, meetingId))
    .orderBy(asc(attendances.arrivedAt), asc(attendances.id));
  const named = rows.find(({ id }) => id === attendanceId);
  if (!named) throw new AppError('not_found');
  const { accountId, name, specialty, source } = named;
  if (source !== 'connection') return { accountId, name, specialty, seen: null };
  const own = rows.filter((row) => row.source === 'connection' && row.accountId === accountId);
  const connected = own.map(({ arrivedAt, leftAt, lastSeenAt }) => ({ from: arrivedAt, to: leftAt ?? lastSeenAt }));
  const intervals = within(united(connected), meeting);
  const milliseconds = intervals.reduce((sum, { from, to }) => sum + (to.getTime() - from.getTime()), 0);
  return { accountId, name, specialty, seen: { intervals, minutes: Math.floor(milliseconds / 60_000) } };
}
