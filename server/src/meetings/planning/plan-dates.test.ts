import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { AppError } from '../../lib/index.ts';
import { planDates } from './plan-dates.ts';

const now = new Date('2026-09-01T08:00:00Z');
const paris = 'Europe/Paris';

const plan = (startsAt: string, rule: string | null = null, timeZone = paris) =>
  planDates({ startsAt, rule }, timeZone, now).map((date) => date.toISOString().slice(0, 16));

function problem(startsAt: string, rule: string | null): unknown {
  try {
    plan(startsAt, rule);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'invalid') throw error;
    const { fields } = error.details as { fields: { problem: string }[] };
    return fields[0]?.problem;
  }
  return undefined;
}

test('one date is itself, on the clock of the board’s zone', () => {
  assert.equal(plan('2026-11-26T18:00'), ['2026-11-26T17:00']);
  assert.equal(plan('2026-11-26T18:00', null, 'Indian/Reunion'), ['2026-11-26T14:00']);
  assert.equal(plan('2026-11-26T18:00', null, 'America/Guadeloupe'), ['2026-11-26T22:00']);
});

// PLA-3
test('18:00 stays 18:00 when the clocks change', () => {
  assert.equal(plan('2026-10-22T18:00', 'FREQ=WEEKLY;COUNT=2'), ['2026-10-22T16:00', '2026-10-29T17:00']);
  assert.equal(plan('2027-03-25T18:00', 'FREQ=WEEKLY;COUNT=2'), ['2027-03-25T17:00', '2027-04-01T16:00']);
});

// PLA-4
test('an hour that spring skips moves forward; of autumn’s doubled hour, the first', () => {
  assert.equal(plan('2027-03-28T02:30'), ['2027-03-28T01:30']);
  assert.equal(plan('2027-03-21T02:30', 'FREQ=WEEKLY;COUNT=3'), [
    '2027-03-21T01:30',
    '2027-03-28T01:30',
    '2027-04-04T00:30',
  ]);
  assert.equal(plan('2026-10-25T02:30'), ['2026-10-25T00:30']);
  for (const season of ['2026-07-01T00:00:00Z', '2026-01-15T00:00:00Z'])
    assert.is(
      planDates({ startsAt: '2026-10-25T02:30', rule: null }, paris, new Date(season))[0]?.toISOString(),
      '2026-10-25T00:30:00.000Z',
    );
});

test('the same weekday of each month, the last one included', () => {
  assert.equal(plan('2026-11-19T18:00', 'FREQ=MONTHLY;BYDAY=3TH;COUNT=3'), [
    '2026-11-19T17:00',
    '2026-12-17T17:00',
    '2027-01-21T17:00',
  ]);
  assert.equal(plan('2026-10-29T18:00', 'FREQ=MONTHLY;BYDAY=-1TH;COUNT=3'), [
    '2026-10-29T17:00',
    '2026-11-26T17:00',
    '2026-12-31T17:00',
  ]);
});

test('a rule ends with a day, which is in it', () => {
  assert.is(plan('2026-11-05T18:00', 'FREQ=WEEKLY;INTERVAL=2;UNTIL=20261203').length, 3);
  assert.is(plan('2026-11-05T18:00', 'FREQ=WEEKLY;INTERVAL=2;UNTIL=20261202').length, 2);
});

test('29 February comes back in a leap year only, and days that a month lacks are skipped', () => {
  assert.equal(plan('2028-02-29T18:00', 'FREQ=YEARLY;UNTIL=20310227'), ['2028-02-29T17:00']);
  assert.is(problem('2028-02-29T18:00', 'FREQ=YEARLY;COUNT=2'), 'far');
  assert.equal(plan('2027-01-31T18:00', 'FREQ=MONTHLY;COUNT=3'), [
    '2027-01-31T17:00',
    '2027-03-31T16:00',
    '2027-05-31T16:00',
  ]);
});

test('dates that are none, are past or are far are refused', () => {
  for (const startsAt of ['2027-02-29T18:00', '2026-13-01T18:00', '2026-11-26T25:00'])
    assert.is(problem(startsAt, null), 'date', startsAt);
  for (const startsAt of ['9999-12-31T18:00', '2026-08-30T18:00', '0001-01-01T00:00', '2029-09-02T18:00'])
    assert.is(problem(startsAt, null), 'range', startsAt);
});

// PLA-5
test('a rule that gives nothing, too much or no end is refused', () => {
  const refusals: [string, string][] = [
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=2', 'none'],
    ['FREQ=WEEKLY;UNTIL=20251101', 'none'],
    ['FREQ=DAILY;COUNT=105', 'many'],
    ['FREQ=DAILY;UNTIL=20281101', 'many'],
    ['FREQ=DAILY;COUNT=999', 'many'],
    ['FREQ=WEEKLY;INTERVAL=60;COUNT=4', 'far'],
    ['FREQ=WEEKLY;UNTIL=20291201', 'far'],
    ['FREQ=WEEKLY;UNTIL=99991231', 'far'],
    ['FREQ=WEEKLY', 'end'],
    ['FREQ=WEEKLY;COUNT=2;UNTIL=20261201', 'end'],
  ];
  for (const [rule, expected] of refusals) assert.is(problem('2026-11-05T18:00', rule), expected, rule);
  assert.is(plan('2026-11-05T18:00', 'FREQ=WEEKLY;COUNT=104').length, 104);
});

test('a rule that repeats within a day, or that is none, is refused', () => {
  const wrong = [
    'FREQ=HOURLY;COUNT=3',
    'FREQ=MINUTELY;COUNT=3',
    'FREQ=SECONDLY;COUNT=3',
    'FREQ=DAILY;BYHOUR=3,4;COUNT=3',
    'FREQ=WEEKLY;COUNT=0',
    'FREQ=WEEKLY;COUNT=-1',
    'FREQ=WEEKLY;INTERVAL=0;COUNT=2',
    'FREQ=WEEKLY;COUNT=2;COUNT=3',
    'FREQ=WEEKLY;UNTIL=20260230',
    'FREQ=WEEKLY;UNTIL=20261201T180000Z',
    'FREQ=WEEKLY;BYDAY=99XX;COUNT=2',
    'FREQ=MONTHLY;BYDAY=TH;BYSETPOS=0;COUNT=2',
    'DTSTART=20261126T180000Z;FREQ=WEEKLY;COUNT=2',
    'RRULE:FREQ=WEEKLY;COUNT=2',
    'freq=weekly;count=2',
    'FREQ=WEEKLY;COUNT=2;',
    '__proto__=1;FREQ=WEEKLY;COUNT=2',
    'COUNT=2',
    '',
  ];
  for (const rule of wrong) assert.is(problem('2026-11-05T18:00', rule), 'rule', rule);
});

test.run();
