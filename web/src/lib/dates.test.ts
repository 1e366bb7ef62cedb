import * as assert from 'uvu/assert';
import { test } from 'uvu';
import { completeTypedDate, formatDate, formatDay, formatMeetingTime, formatTime, parseTypedDate } from './dates.ts';

const atNoonUtc = new Date(Date.UTC(2026, 10, 20, 12)).toISOString();

test('a birth date is written JJ/MM/AAAA', () => {
  assert.is(formatDate('1956-03-12'), '12/03/1956');
  assert.is(formatDate('unknown'), 'unknown');
});

// SC-66
test('a typed date is read only when the day exists', () => {
  assert.is(parseTypedDate('12/03/1956'), '1956-03-12');
  assert.is(parseTypedDate(' 1.2.2000 '), '2000-02-01');
  assert.is(parseTypedDate('12031956'), '1956-03-12');
  assert.is(parseTypedDate('29/02/2024'), '2024-02-29');
  for (const wrong of [
    '',
    '31/02/1990',
    '29/02/2023',
    '00/01/1990',
    '12/13/1990',
    '12/03/56',
    '1990-03-12',
    '12/03/1956 et',
  ])
    assert.is(parseTypedDate(wrong), null, wrong);
});

test('slashes come by themselves while typing, and stay away while correcting', () => {
  let text = '';
  for (const key of '12031956') text = completeTypedDate(text + key, text);
  assert.is(text, '12/03/1956');
  text = '';
  for (const key of '12/03/1956') text = completeTypedDate(text + key, text);
  assert.is(text, '12/03/1956');
  assert.is(completeTypedDate('12', '12/'), '12');
  assert.is(completeTypedDate('12/03/1956', ''), '12/03/1956');
});

test('a meeting is announced in words', () => {
  const local = new Date(2026, 10, 20, 14, 0).toISOString();
  assert.is(formatMeetingTime(local, 'fr'), 'vendredi 20 novembre 2026, 14\u00a0h\u00a000');
  assert.is(formatMeetingTime(local, 'en'), 'Friday 20 November 2026, 14:00');
  assert.is(formatTime(new Date(2026, 10, 20, 8, 5).toISOString(), 'fr'), '8\u00a0h\u00a005');
  assert.match(formatDay(atNoonUtc, 'fr'), /novembre 2026$/);
});

test('an instant can be read on the clock of another place', () => {
  const late = '2026-11-20T22:30:00.000Z';
  assert.is(formatMeetingTime(late, 'fr', 'Indian/Reunion'), 'samedi 21 novembre 2026, 2\u00a0h\u00a030');
  assert.is(formatMeetingTime(late, 'en', 'America/Guadeloupe'), 'Friday 20 November 2026, 18:30');
});

test('the first of a month is said « 1er » in French, and only it', () => {
  assert.is(formatDay('2026-12-01T12:00:00Z', 'fr', 'Europe/Paris'), 'mardi 1er décembre 2026');
  assert.is(formatDay('2026-12-11T12:00:00Z', 'fr', 'Europe/Paris'), 'vendredi 11 décembre 2026');
  assert.match(formatDay('2026-12-01T12:00:00Z', 'en', 'Europe/Paris'), /\b1 December|December 1\b/);
});

test.run();
