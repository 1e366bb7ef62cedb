import * as assert from 'uvu/assert';
import { test } from 'uvu';
import { daysLeft } from './days-left.ts';

// SC-22
test('the last day counts as one, and what is over as none', () => {
  const now = new Date('2026-06-01T10:00:00Z');
  assert.is(daysLeft('2026-07-01T10:00:00Z', now), 30);
  assert.is(daysLeft('2026-06-01T10:00:01Z', now), 1);
  assert.is(daysLeft('2026-06-01T10:00:00Z', now), 0);
  assert.is(daysLeft('2026-05-01T10:00:00Z', now), 0);
});

test.run();
