import { setImmediate as turn } from 'node:timers/promises';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { ApiError } from '../../../api/api-error.ts';
import type { UploadEvents } from '../../../api/index.ts';
import { UploadQueue } from './upload-queue.ts';

const target = { caseId: 'a' };
const file = (name: string, size = 100) => ({ name, size }) as File;

/** A queue whose files are sent by hand. */
function hand() {
  const acts: string[] = [];
  const events = new Map<string, UploadEvents>();
  const queue = new UploadQueue({
    send: ({ name }, _target, heard) => {
      events.set(name, heard);
      const act = (what: string) => () => void acts.push(`${what} ${name}`);
      return { start: act('start'), pause: act('pause'), cancel: async () => act('cancel')() };
    },
    refusal: ({ size }) => (size === 0 ? 'vide' : null),
    received: async () => void acts.push('refreshed'),
  });
  const states = () => queue.snapshot().map(({ name, state, sent }) => `${name} ${state} ${sent}`);
  const of = (name: string) => events.get(name) as UploadEvents;
  const key = (name: string) => queue.snapshot().find((one) => one.name === name)?.key as string;
  return { acts, queue, states, of, key };
}

test('two are sent at once, the next one when one ends; a received one leaves once the list is fresh', async () => {
  const { queue, acts, states, of } = hand();
  queue.add(target, [file('a'), file('b'), file('c')]);
  assert.equal(states(), ['a sending 0', 'b sending 0', 'c waiting 0']);
  of('a').progressed(40);
  assert.is(states()[0], 'a sending 40');
  of('a').received();
  assert.is(states()[0], 'a sending 100');
  await turn();
  assert.equal(states(), ['b sending 0', 'c sending 0']);
  assert.equal(acts, ['start a', 'start b', 'refreshed', 'start c']);
});

test('what cannot be sent is said, and takes no turn', () => {
  const { queue, acts, states } = hand();
  queue.add(target, [file('vide', 0), file('b')]);
  assert.equal(states(), ['vide failed 0', 'b sending 0']);
  assert.is(queue.snapshot()[0]?.problem, 'vide');
  assert.equal(acts, ['start b']);
});

test('an absent network suspends, leaves the turn to another, and its return takes up at once', () => {
  const { queue, acts, states, of } = hand();
  queue.add(target, [file('a'), file('b'), file('c')]);
  of('a').progressed(40);
  of('a').stopped(new ApiError('network', 'away'));
  assert.equal(states(), ['a interrupted 40', 'b sending 0', 'c sending 0']);
  of('b').stopped(new ApiError('network', 'away'));
  queue.online();
  assert.equal(states(), ['a sending 40', 'b waiting 0', 'c sending 0']);
  assert.equal(acts, ['start a', 'start b', 'start c', 'start a']);
  queue.clear();
});

test('told that the network is gone, it waits for no answer, until told that it is back', () => {
  const { queue, acts, states, of } = hand();
  queue.add(target, [file('a')]);
  of('a').progressed(40);
  queue.offline();
  assert.equal(states(), ['a interrupted 40']);
  queue.online();
  assert.equal([states(), acts], [['a sending 40'], ['start a', 'pause a', 'start a']]);
});

test('a refusal stays until it is tried again or dismissed', () => {
  const { queue, acts, states, of, key } = hand();
  queue.add(target, [file('a')]);
  of('a').stopped(new ApiError('forbidden', 'interdit'));
  assert.equal(states(), ['a failed 0']);
  queue.resume(key('a'));
  assert.equal([states(), queue.snapshot()[0]?.problem], [['a sending 0'], null]);
  of('a').stopped(new ApiError('forbidden', 'interdit'));
  queue.cancel(key('a'));
  assert.equal(states(), []);
  assert.equal(acts, ['start a', 'start a', 'cancel a']);
});

test('what the server cannot explain is tried a few times, then said', () => {
  const { queue, states, of } = hand();
  queue.add(target, [file('a')]);
  for (let attempt = 0; attempt < 5; attempt += 1) {
    of('a').stopped(new ApiError('unexpected', 'erreur'));
    assert.equal(states(), ['a interrupted 0']);
  }
  of('a').stopped(new ApiError('unexpected', 'erreur'));
  assert.equal(states(), ['a failed 0']);
  queue.clear();
});

test('paused by its sender, it stays so, whatever the network does', () => {
  const { queue, acts, states, of, key } = hand();
  queue.add(target, [file('a')]);
  queue.pause(key('a'));
  of('a').stopped(new ApiError('network', 'away'));
  queue.online();
  assert.equal(states(), ['a paused 0']);
  queue.resume(key('a'));
  assert.equal([states(), acts], [['a sending 0'], ['start a', 'pause a', 'start a']]);
});

test('signed out, nothing stays', () => {
  const { queue, acts, states } = hand();
  queue.add(target, [file('a')]);
  queue.clear();
  assert.equal([states(), acts], [[], ['start a', 'pause a']]);
});

test.run();
