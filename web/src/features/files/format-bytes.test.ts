import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { formatBytes } from './format-bytes.ts';

test('a size as people read it', () => {
  assert.is(formatBytes(12, 'fr'), '12\u00a0octets');
  assert.is(formatBytes(340 * 1024, 'fr'), '340\u00a0Ko');
  assert.is(formatBytes(1_258_291, 'fr'), '1,2\u00a0Mo');
  assert.is(formatBytes(30 * 1024 * 1024, 'fr'), '30\u00a0Mo');
  assert.is(formatBytes(1_258_291, 'en'), '1.2\u00a0MB');
});

test.run();
