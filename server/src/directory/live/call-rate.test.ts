import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { createCallRate } from './call-rate.ts';

/** A call is seen to leave a moment after it left. */
const slack = 10;

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
  for (let at = 5; at < left.length; at += 1)
    assert.ok((left[at] as number) - (left[at - 5] as number) > windowMs - slack, `call ${at}`);
});

test('calls that leave late, on a busy machine, hold back those that follow', async () => {
  const windowMs = 100;
  const rate = createCallRate(1, 10_000, windowMs);
  const left: number[] = [];
  const calls = Array.from({ length: 4 }, async () => {
    await rate.turn();
    left.push(performance.now());
  });
  await calls[0];
  // The second was to leave meanwhile.
  for (const until = performance.now() + 1.6 * windowMs; performance.now() < until;);
  await Promise.all(calls);
  for (let at = 1; at < left.length; at += 1)
    assert.ok((left[at] as number) - (left[at - 1] as number) > windowMs - slack, `call ${at}`);
});

test('a call whose turn is too far is told so at once, and takes no turn', async () => {
  const rate = createCallRate(2, 50, 60_000);
  assert.equal(await Promise.all([rate.turn(), rate.turn(), rate.turn()]), [true, true, false]);
});

test.run();
