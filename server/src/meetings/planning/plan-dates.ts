import { DateTime } from 'luxon';
// oxlint-disable-next-line import/default -- Node loads its CommonJS build, whose default is the module.
import rrule from 'rrule';
import { AppError } from '../../lib/index.ts';
import { ahead, toInstant } from './wall-clock.ts';

const { RRule } = rrule;

/** Dates that one plan may make: a weekly meeting for two years. */
const mostDates = 104;

const day = '(MO|TU|WE|TH|FR|SA|SU)';
const list = (item: string) => new RegExp(`^${item}(,${item})*$`);

/** What a rule may say. Anything that changes the hour is not a series of meetings, and is refused. */
const parts: Record<string, RegExp> = {
  FREQ: /^(DAILY|WEEKLY|MONTHLY|YEARLY)$/,
  INTERVAL: /^[1-9]\d?$/,
  COUNT: /^[1-9]\d{0,2}$/,
  UNTIL: /^\d{8}$/,
  BYDAY: list(`([+-]?[1-5])?${day}`),
  BYMONTH: list('([1-9]|1[0-2])'),
  BYMONTHDAY: list('-?([1-9]|[12]\\d|3[01])'),
  BYSETPOS: list('-?[1-5]'),
  WKST: new RegExp(`^${day}$`),
};

const refuse = (problem: string): never => {
  throw new AppError('invalid', { fields: [{ field: 'rule', problem }] });
};

/** The rule's parts by name; refuses what is unknown, said twice, or never ends. */
function readParts(rule: string): Map<string, string> {
  const read = new Map<string, string>();
  for (const part of rule.split(';')) {
    const [name = '', value = '', ...more] = part.split('=');
    if (!Object.hasOwn(parts, name) || !parts[name]?.test(value) || more.length > 0 || read.has(name)) refuse('rule');
    read.set(name, value);
  }
  if (!read.has('FREQ')) refuse('rule');
  if (read.has('COUNT') === read.has('UNTIL')) refuse('end');
  return read;
}

const floating = (wallClock: string) => DateTime.fromISO(wallClock, { zone: 'utc' });

/** The wall times that a rule gives from a first one, as if clocks never changed: what makes 18:00 stay 18:00. */
function wallTimes(startsAt: string, rule: string): string[] {
  const read = readParts(rule);
  const start = floating(startsAt);
  const horizon = start.plus(ahead);
  const until = read.has('UNTIL') ? floating(read.get('UNTIL') ?? '').endOf('day') : horizon;
  if (!until.isValid) refuse('rule');
  if (until > horizon.endOf('day')) refuse('far');
  // Bounded by the horizon rather than by COUNT: a rule that gives nothing would be searched for until the year 9999.
  const { count, ...options } = RRule.parseString(rule);
  const wanted = Math.min(count ?? mostDates + 1, mostDates + 1);
  const found: Date[] = [];
  new RRule({ ...options, dtstart: start.toJSDate(), until: until.toJSDate() }).all(
    (date) => found.push(date) < wanted,
  );
  if (found.length === 0) refuse('none');
  if (found.length > mostDates) refuse('many');
  if (count && found.length < count) refuse('far');
  return found.map((date) => date.toISOString().slice(0, 'yyyy-mm-ddThh:mm'.length));
}

/**
 * The instants that a plan means: one date, or those of an RRULE from it, counted on the wall clock of the board's time
 * zone and then turned into instants. Throws `invalid` for a rule that gives no date or more than 104, that repeats
 * within a day, that has no end, or whose end is more than three years ahead. Rules PLA-3 to PLA-5.
 */
export function planDates(
  { startsAt, rule }: { startsAt: string; rule: string | null },
  timeZone: string,
  now = new Date(),
): Date[] {
  const first = toInstant(startsAt, timeZone, now);
  if (rule === null) return [first];
  const times = wallTimes(startsAt, rule);
  return times.map((time) => instantInSeries(time, timeZone));
}

/** The horizon of a series is counted from its start, which may itself be ahead of now. */
const instantInSeries = (time: string, timeZone: string) =>
  toInstant(time, timeZone, DateTime.fromISO(time, { zone: timeZone }).toJSDate());
