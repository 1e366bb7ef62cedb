import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { createMoveQueue, type Move } from './move-queue.ts';

/** A server that has one current case and refuses a move that leaves from another. */
function meeting(current: string | null) {
  const server = {
    current,
    away: false,
    refreshed: 0,
    sent: [] as Move[],
    refused: [] as unknown[],
    expected: [] as (string | undefined)[],
  };
  let settled: () => void = () => undefined;
  const queue = createMoveQueue({
    send: async (move) => {
      server.sent.push(move);
      await Promise.resolve();
      if (server.away) throw new Error('network');
      if (move.from !== server.current) throw new Error('stale');
      server.current = move.presentationId;
    },
    onExpected: (id) => {
      server.expected.push(id);
    },
    isStale: (error) => (error as Error).message === 'stale',
    onRefused: (error) => server.refused.push((error as Error).message),
    refresh: async () => {
      server.refreshed += 1;
      setTimeout(() => settled());
    },
  });
  return { server, queue, settled: () => new Promise<void>((done) => (settled = done)) };
}

test('two quick presses are two steps, in order', async () => {
  const { server, queue, settled } = meeting('a');
  queue.move('b', 'a');
  queue.move('c', 'a');
  await settled();
  assert.equal(server.sent, [
    { presentationId: 'b', from: 'a' },
    { presentationId: 'c', from: 'b' },
  ]);
  assert.is(server.current, 'c');
  assert.equal(server.expected, ['b', 'c', undefined]);
});

test('two secretaries pressing at once move one step', async () => {
  const { server, queue, settled } = meeting('a');
  queue.move('b', 'a');
  server.current = 'b';
  await settled();
  assert.is(server.current, 'b');
  assert.equal(server.refused, ['stale']);
});

test('what waited behind a refused move is not sent', async () => {
  const { server, queue, settled } = meeting('x');
  queue.move('b', 'a');
  queue.move('c', 'a');
  await settled();
  assert.is(server.sent.length, 1);
  assert.is(server.current, 'x');
});

test('a move that could not be sent is taken back at once, before the server is asked again', async () => {
  const { server, queue, settled } = meeting('a');
  server.away = true;
  queue.move('b', 'a');
  await settled();
  assert.equal(server.expected.slice(0, 2), ['b', undefined]);
  assert.equal(server.refused, ['network']);
  assert.is(server.refreshed, 1);
});

test('the server’s word is the last once everything is settled', async () => {
  const { server, queue, settled } = meeting('a');
  queue.move('b', 'a');
  await settled();
  queue.move('c', 'b');
  await settled();
  assert.equal(server.sent[1], { presentationId: 'c', from: 'b' });
});

test('moving to where the meeting is asks nothing', () => {
  const { server, queue } = meeting('a');
  queue.move('a', 'a');
  assert.equal(server.sent, []);
  assert.equal(server.expected, []);
});

test.run();
