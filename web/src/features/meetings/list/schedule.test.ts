import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { scheduleOf } from './schedule.ts';

const line = (presentationId: string, minutes: number, track: 'discussion' | 'registration' = 'discussion') => ({
  presentationId,
  minutes,
  track,
});
const meeting = { startsAt: '2026-11-26T17:00:00.000Z', durationMinutes: 20 };

test('each case begins when those before it should end; an « enregistrement » takes no time', () => {
  const { starts, minutes, ends, beyond } = scheduleOf(meeting, [
    line('a', 6),
    line('b', 10, 'registration'),
    line('c', 8),
  ]);
  assert.equal(
    [...starts],
    [
      ['a', '2026-11-26T17:00:00.000Z'],
      ['c', '2026-11-26T17:06:00.000Z'],
    ],
  );
  assert.equal([minutes, ends, beyond], [14, '2026-11-26T17:14:00.000Z', 0]);
});

test('a list longer than the meeting says by how much', () => {
  assert.is(scheduleOf(meeting, [line('a', 15), line('b', 12)]).beyond, 7);
  assert.is(scheduleOf(meeting, []).minutes, 0);
});

test.run();
