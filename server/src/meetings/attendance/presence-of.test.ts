import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { united, within } from './presence-of.ts';

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

// CM-41: the page of a planned meeting opens a line too
test('only the time of the meeting counts: what is before its beginning or after its close is not presence', () => {
  const meeting = between(10, 50);
  assert.equal(within([between(0, 5), between(8, 20), between(30, 40), between(45, 59)], meeting), [
    between(10, 20),
    between(30, 40),
    between(45, 50),
  ]);
  assert.equal(within([between(0, 59)], meeting), [meeting]);
  assert.equal(within([between(0, 10), between(50, 59), between(20, 20)], meeting), []);
});

test.run();
