import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { createCallRate } from './call-rate.ts';

test('no window of the limit holds more calls than it allows, and each has its turn in order', async () => {
  const windowMs = 100;
  const rate = createCallRate(5, 10_000, windowMs);
  const left: number[] = [];
  const order: number[] = [];
  await Promise.all(
    Array.from({ length: 17 }, async (_, nth) => {
      assert.ok(await rate.turn());
      left.push(performance.now());
      order.push(nth);
    }),
  );
  assert.equal(
    order,
    order.toSorted((a, b) => a - b),
  );
  // A timer may fire a millisecond early.
  for (let at = 5; at < left.length; at += 1)
    assert.ok((left[at] as number) - (left[at - 5] as number) > windowMs - 3, `call ${at}`);
});

test('a call whose turn is too far is told so at once, and takes no turn', async () => {
  const rate = createCallRate(2, 50, 60_000);
  assert.equal(await Promise.all([rate.turn(), rate.turn(), rate.turn()]), [true, true, false]);
});

test.run();
