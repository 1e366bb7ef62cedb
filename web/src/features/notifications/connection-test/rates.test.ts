import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { loadOf, rateOf } from './rates.ts';

// SC-82
test('what a network carries is said by the weaker of its two ways', () => {
  assert.is(loadOf({ download: 20_000, upload: 5_000 }), 'several_videos');
  assert.is(loadOf({ download: 20_000, upload: 600 }), 'one_video');
  assert.is(loadOf({ download: 20_000, upload: 120 }), 'voice');
  assert.is(loadOf({ download: 90, upload: 5_000 }), 'nothing');
});

test('bytes and milliseconds make kilobits per second', () => {
  assert.is(rateOf(200_000, 100), 16_000);
  assert.ok(Number.isFinite(rateOf(200_000, 0)));
});

test.run();
