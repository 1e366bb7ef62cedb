import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { sameClock, wallClockOf } from './wall-clock.ts';

test('an instant is read on the clock of a zone, in winter and in summer', () => {
  assert.is(wallClockOf('2026-11-26T17:00:00.000Z', 'Europe/Paris'), '2026-11-26T18:00');
  assert.is(wallClockOf('2026-07-01T16:00:00.000Z', 'Europe/Paris'), '2026-07-01T18:00');
  assert.is(wallClockOf('2026-11-26T22:30:00.000Z', 'Indian/Reunion'), '2026-11-27T02:30');
  assert.is(wallClockOf('2026-11-25T23:00:00.000Z', 'Europe/Paris'), '2026-11-26T00:00');
});

test('two zones with the same clock are the same for the reader', () => {
  assert.ok(sameClock('2026-11-26T17:00:00.000Z', 'Europe/Paris', 'Europe/Brussels'));
  assert.not(sameClock('2026-11-26T17:00:00.000Z', 'Europe/Paris', 'Indian/Reunion'));
});

test.run();
