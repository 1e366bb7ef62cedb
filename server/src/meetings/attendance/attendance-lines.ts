import type { attendances } from '@concertation/schema';
import type { AttendanceLine } from '@concertation/shared/contracts';

type Row = typeof attendances.$inferSelect;

/** One row as the screen shows it. */
export function toLine(row: Row): AttendanceLine {
  return {
    attendanceId: row.id,
    accountId: row.accountId,
    name: row.name,
    specialty: row.specialty,
    source: row.source as AttendanceLine['source'],
    arrivedAt: row.arrivedAt.toISOString(),
    leftAt: row.leftAt?.toISOString() ?? null,
  };
}

/**
 * One line per person, in order of arrival: somebody with two screens, or whose network went away and came back,
 * arrived when the first connection opened and has left only when the last one ended. Rows come oldest first.
 */
export function attendanceLines(rows: Row[]): AttendanceLine[] {
  const lines = new Map<string, AttendanceLine>();
  for (const row of rows) {
    const line = toLine(row);
    const key = row.source === 'connection' && row.accountId ? row.accountId : row.id;
    const first = lines.get(key);
    if (!first) lines.set(key, line);
    else if (!line.leftAt || !first.leftAt) first.leftAt = null;
    else if (line.leftAt > first.leftAt) first.leftAt = line.leftAt;
  }
  return [...lines.values()];
}
