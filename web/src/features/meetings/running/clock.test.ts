import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { clockOf } from './clock.ts';

const since = '2026-11-26T17:00:00.000Z';
const at = (seconds: number) => Date.parse(since) + seconds * 1000;

test('a clock goes on from what was counted before', () => {
  assert.equal(clockOf({ discussedSeconds: 50, discussedSince: since, minutes: 6 }, at(75)), {
    minutes: 2,
    seconds: 5,
    beyond: null,
  });
  assert.equal(clockOf({ discussedSeconds: 50, discussedSince: null, minutes: 6 }, at(75)).minutes, 0);
});

test('past what was planned it says by how much', () => {
  assert.is(clockOf({ discussedSeconds: 0, discussedSince: since, minutes: 2 }, at(120)).beyond, null);
  assert.is(clockOf({ discussedSeconds: 0, discussedSince: since, minutes: 2 }, at(150)).beyond, 0);
  assert.is(clockOf({ discussedSeconds: 0, discussedSince: since, minutes: 2 }, at(250)).beyond, 2);
});

test('a screen whose clock is behind shows zero, not a negative time', () => {
  assert.equal(clockOf({ discussedSeconds: 0, discussedSince: since, minutes: 2 }, at(-30)).seconds, 0);
});

test.run();
