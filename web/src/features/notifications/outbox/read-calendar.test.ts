import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { readCalendar } from './read-calendar.ts';

const event = (...lines: string[]) =>
  ['BEGIN:VCALENDAR', 'METHOD:REQUEST', 'BEGIN:VEVENT', ...lines, 'END:VEVENT', 'END:VCALENDAR'].join('\r\n');

test('an event is read, folded and escaped as the standard says', () => {
  const content = event(
    'SUMMARY:RCP Digestif\\; CHU\\, No',
    ' rd',
    'DTSTART:20261126T170000Z',
    'DTEND:20261126T183000Z',
    'LOCATION;LANGUAGE=fr:https://rcp.fr/reunions/1',
    'STATUS:CANCELLED',
  );
  assert.equal(readCalendar(content), [
    {
      summary: 'RCP Digestif; CHU, Nord',
      startsAt: '2026-11-26T17:00:00Z',
      endsAt: '2026-11-26T18:30:00Z',
      place: 'https://rcp.fr/reunions/1',
      cancelled: true,
    },
  ]);
});

test('several events, and none', () => {
  const several = event('SUMMARY:A', 'END:VEVENT', 'BEGIN:VEVENT', 'SUMMARY:B');
  assert.equal(
    readCalendar(several).map(({ summary }) => summary),
    ['A', 'B'],
  );
  assert.equal(readCalendar(''), []);
  assert.is(readCalendar(event('DTSTART;TZID=Europe/Paris:20261126T170000'))[0]?.startsAt, null);
});

test.run();
