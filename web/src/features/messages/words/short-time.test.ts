import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { shortTime } from './short-time.ts';

const at = (text: string) => new Date(text).toISOString();
const now = new Date('2026-11-21T22:00:00');

test('the hour today, the day before, the year when it is another', () => {
  assert.is(shortTime(at('2026-11-21T09:05:00'), 'fr', now), '9\u00a0h\u00a005');
  assert.is(shortTime(at('2026-11-20T23:59:00'), 'fr', now), '20 nov.');
  assert.is(shortTime(at('2025-11-21T22:00:00'), 'fr', now), '21 nov. 2025');
});

test.run();
