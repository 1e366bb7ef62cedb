import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { oneAtATime } from './one-at-a-time.ts';

test('asked for at any moment, no two passes run beside each other, and what was asked is done', async () => {
  let inside = 0;
  let most = 0;
  let passes = 0;
  const run = oneAtATime(async () => {
    inside += 1;
    passes += 1;
    most = Math.max(most, inside);
    await Promise.resolve();
    inside -= 1;
  });
  const asked: Promise<void>[] = [run(), run()];
  // One more at each turn of the microtask queue: one of them falls between two passes.
  for (let turn = 0; turn < 30; turn += 1) {
    await Promise.resolve();
    asked.push(run());
  }
  await Promise.all(asked);
  assert.is(most, 1);
  assert.ok(passes > 2);
  const before = passes;
  await run();
  assert.is(passes, before + 1);
});

test('asked for several times during a pass, it runs once more, and each promise ends after it', async () => {
  let passes = 0;
  const run = oneAtATime(async () => {
    await Promise.resolve();
    passes += 1;
  });
  const first = run();
  await Promise.all([run(), run(), run()]);
  await first;
  assert.is(passes, 2);
});

test.run();
