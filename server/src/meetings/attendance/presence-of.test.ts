import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { united } from './presence-of.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 26, 17, minute));
const between = (from: number, to: number) => ({ from: at(from), to: at(to) });

// CM-41
test('two screens at once are one presence, and an absence is not counted', () => {
  assert.equal(united([between(10, 20), between(0, 5), between(15, 30), between(12, 14)]), [
    between(0, 5),
    between(10, 30),
  ]);
  assert.equal(united([between(0, 5), between(5, 9)]), [between(0, 9)]);
  assert.equal(united([]), []);
});

test.run();
