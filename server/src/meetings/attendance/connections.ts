import { and, eq, inArray, isNull, lt, sql } from 'drizzle-orm';
import { attendances } from '@concertation/schema';
import type { Principal } from '../../access/index.ts';
import { type Database, notify, type Transaction } from '../../database/index.ts';
import { newId } from '../../lib/index.ts';
import { readMeeting } from '../read-meeting.ts';

/** A connection that no server has seen alive for this long is gone: its server died before it could say so. */
const abandonedAfterMs = 2 * 60_000;

type Needs = { database: Database };
const open = and(eq(attendances.source, 'connection'), isNull(attendances.leftAt));

async function tellMeetings(tx: Transaction, rows: { meetingId: string }[]): Promise<void> {
  for (const meetingId of new Set(rows.map((row) => row.meetingId)))
    await notify(tx, 'facts_changed', `meeting:${meetingId}`);
}

/**
 * Writes down that somebody's connection opened the meeting's document; returns the line's id, for its departure. To
 * read a meeting that is over is not to attend it: there is then no line, and null.
 */
export async function recordArrival(
  { database }: Needs,
  meetingId: string,
  principal: Principal,
): Promise<string | null> {
  return database.transaction(async (tx) => {
    const { state } = await readMeeting(tx, meetingId);
    if (state === 'closed' || state === 'cancelled') return null;
    const id = newId();
    const now = new Date();
    const { accountId, name, specialty } = principal;
    await tx.insert(attendances).values({
      id,
      meetingId,
      accountId,
      name,
      specialty,
      source: 'connection',
      recordedBy: null,
      arrivedAt: now,
      lastSeenAt: now,
      leftAt: null,
    });
    await tellMeetings(tx, [{ meetingId }]);
    return id;
  });
}

/** Writes down that connections ended. A line already ended, or an id that names none, stays as it is. */
export async function recordDepartures({ database }: Needs, attendanceIds: string[]): Promise<void> {
  if (attendanceIds.length === 0) return;
  await database.transaction(async (tx) => {
    const now = new Date();
    const rows = await tx
      .update(attendances)
      .set({ leftAt: now, lastSeenAt: now })
      .where(and(open, inArray(attendances.id, attendanceIds)))
      .returning({ meetingId: attendances.meetingId });
    await tellMeetings(tx, rows);
  });
}

/**
 * Says that connections are alive, and returns those whose line is still open: whoever could not say so for two minutes
 * was taken for gone. To be called well within that time.
 */
export async function touchAttendances({ database }: Needs, attendanceIds: string[]): Promise<string[]> {
  if (attendanceIds.length === 0) return [];
  const rows = await database.db
    .update(attendances)
    .set({ lastSeenAt: new Date() })
    .where(and(open, inArray(attendances.id, attendanceIds)))
    .returning({ id: attendances.id });
  return rows.map(({ id }) => id);
}

/** Ends the lines that a dead server left open, at the last time it saw them alive. */
export async function closeAbandonedAttendances({ database }: Needs): Promise<void> {
  await database.transaction(async (tx) => {
    const rows = await tx
      .update(attendances)
      .set({ leftAt: sql`${attendances.lastSeenAt}` })
      .where(and(open, lt(attendances.lastSeenAt, new Date(Date.now() - abandonedAfterMs))))
      .returning({ meetingId: attendances.meetingId });
    await tellMeetings(tx, rows);
  });
}
