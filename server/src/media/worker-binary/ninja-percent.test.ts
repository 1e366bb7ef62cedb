import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { ninjaPercent } from './ninja-percent.ts';

test('the last line counts, rounded down', () => {
  assert.is(ninjaPercent('[1/261] Compiling a\n[2/261] Compiling b\n'), 0);
  assert.is(ninjaPercent('[258/261] Linking'), 98);
  assert.is(ninjaPercent('[261/261] Linking'), 100);
});

test('what is no progress is no percentage', () => {
  assert.is(ninjaPercent('warning: array[3/4] is odd'), null);
  assert.is(ninjaPercent('[0/0] Re-running CMake'), null);
  assert.is(ninjaPercent(''), null);
});

test.run();
