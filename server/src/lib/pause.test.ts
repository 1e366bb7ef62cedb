import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { pause } from './pause.ts';

test('a pause ends by itself', async () => {
  await pause(1, new AbortController().signal);
});

test('a signal ends a long pause, before or during it, without an error', async () => {
  const stop = new AbortController();
  const waiting = pause(3_600_000, stop.signal);
  stop.abort();
  await waiting;
  await pause(3_600_000, stop.signal);
  assert.ok(stop.signal.aborted);
});

test.run();
