import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { Turns } from './turns.ts';

test('work of one key runs one after the other, whatever becomes of it; other keys do not wait', async () => {
  const turns = new Turns();
  const seen: string[] = [];
  const gate = Promise.withResolvers<void>();
  const first = turns.take('a', async () => {
    seen.push('a1 begins');
    await gate.promise;
    seen.push('a1 fails');
    throw new Error('a1');
  });
  const second = turns.take('a', async () => {
    seen.push('a2');
    return 2;
  });
  await turns.take('b', async () => void seen.push('b'));
  assert.equal(seen, ['a1 begins', 'b']);
  gate.resolve();
  await first.then(
    () => assert.unreachable(),
    (error: Error) => assert.is(error.message, 'a1'),
  );
  assert.is(await second, 2);
  assert.equal(seen, ['a1 begins', 'b', 'a1 fails', 'a2']);
});

test.run();
