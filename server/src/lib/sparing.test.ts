import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { Sparing } from './sparing.ts';

test('a key passes once a turn, whatever the others do', () => {
  let now = 0;
  const sparing = new Sparing(1000, () => now);
  assert.equal(
    ['a', 'a', 'b', 'a'].map((key) => sparing.take(key)),
    [true, false, true, false],
  );
  now = 999;
  assert.not(sparing.take('b'));
  now = 1000;
  assert.ok(sparing.take('b'));
});

test('who invents keys fills no memory, and the next turn hears again', () => {
  let now = 0;
  const sparing = new Sparing(1000, () => now);
  const passed = Array.from({ length: 5000 }, (_, key) => sparing.take(String(key))).filter(Boolean);
  assert.is(passed.length, 1000);
  now = 1000;
  assert.ok(sparing.take('4999'));
});

test.run();
