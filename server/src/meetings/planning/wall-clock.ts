import { DateTime } from 'luxon';
import { AppError } from '../../lib/index.ts';

/** How far a date may be: a little behind, since the meeting of this morning may be written down tonight. */
const behind = { days: 1 } as const;
export const ahead = { years: 3 } as const;

/**
 * The instant at which the clocks of a time zone show a wall time such as `2026-11-26T18:00`. Of the hour that happens
 * twice in autumn, the first; a time that the night of spring skips moves forward by what was skipped. Throws `invalid`
 * for a day that no calendar has, and for one more than a day behind `now` or three years ahead.
 */
export function toInstant(wallClock: string, timeZone: string, now = new Date()): Date {
  const read = DateTime.fromISO(wallClock, { zone: timeZone });
  if (!read.isValid) throw new AppError('invalid', { fields: [{ field: 'startsAt', problem: 'date' }] });
  // Luxon takes either of the two hours, depending on the season in which it is asked.
  const [first = read] = read.getPossibleOffsets().toSorted((one, other) => one.toMillis() - other.toMillis());
  const today = DateTime.fromJSDate(now, { zone: timeZone });
  if (first < today.minus(behind) || first > today.plus(ahead))
    throw new AppError('invalid', { fields: [{ field: 'startsAt', problem: 'range' }] });
  return first.toJSDate();
}
