import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { DrawingTurns } from './drawing-turns.ts';

/** Drawings that end when they are told to. */
function hand() {
  const started: string[] = [];
  const ends = new Map<string, PromiseWithResolvers<Uint8Array>>();
  const draw = (name: string) => () => {
    started.push(name);
    const end = Promise.withResolvers<Uint8Array>();
    ends.set(name, end);
    return end.promise;
  };
  return { started, draw, ends };
}

test('no more than so many at once, each in its turn, also after a failure', async () => {
  const turns = new DrawingTurns(2);
  const { started, draw, ends } = hand();
  // One of them fails on purpose: what counts is that the next one has its turn.
  const drawn = ['a', 'b', 'c', 'd'].map((name) => turns.take(name, draw(name)).catch(() => null));
  assert.equal(started, ['a', 'b']);
  ends.get('a')?.reject(new Error('broken'));
  assert.is(await drawn[0], null);
  await Promise.resolve();
  assert.equal(started, ['a', 'b', 'c']);
  ends.get('b')?.resolve(new Uint8Array());
  await drawn[1];
  await Promise.resolve();
  assert.equal(started, ['a', 'b', 'c', 'd']);
  for (const name of ['c', 'd']) ends.get(name)?.resolve(new Uint8Array());
  await Promise.all(drawn);
});

test('the same page asked by two is drawn once', async () => {
  const turns = new DrawingTurns(1);
  const { started, draw, ends } = hand();
  const [first, second] = [turns.take('a', draw('a')), turns.take('a', draw('a'))];
  ends.get('a')?.resolve(Uint8Array.of(7));
  assert.equal([...(await first), ...(await second)], [7, 7]);
  assert.equal(started, ['a']);
});

test.run();
