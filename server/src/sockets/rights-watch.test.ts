import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { waitFor } from '../../test/support/wait-for.ts';
import type { Topic } from '../database/index.ts';
import { createLogger } from '../lib/index.ts';
import { type Due, RightsWatch } from './rights-watch.ts';

const soon = { sweep: 20, touch: 40, retry: 5 };
const never = { ...soon, sweep: 3_600_000 };

/** A watch over two sessions, and everything that it did. */
function watched(pace: typeof soon, failures = 0) {
  const listeners = new Map<Topic, (payload: string | null) => void>();
  const open = new Map([
    ['one', { locked: false }],
    ['two', { locked: false }],
  ]);
  const did = { decided: [] as Due[], ended: [] as string[], locked: [] as string[], touched: [] as string[] };
  let left = failures;
  const watch = new RightsWatch(
    {
      database: { listen: async (topic, receive) => void listeners.set(topic, receive) },
      sessions: { openAmong: async () => open, touch: async (sessionId) => void did.touched.push(sessionId) },
      log: createLogger('silent'),
      held: () => ['one', 'two', 'one'],
      usedSince: () => ['two', 'two'],
      endSession: (sessionId, why) => void did[why].push(sessionId),
      decide: async (due) => {
        if ((left -= 1) >= 0) throw new Error('the database is away');
        did.decided.push(due);
      },
    },
    pace,
  );
  return { watch, did, open, tell: (topic: Topic, payload: string | null) => listeners.get(topic)?.(payload) };
}

// SYNC-13, MED-23
test('a change is decided for what it is about; a board’s for everybody', async () => {
  const { watch, did, tell } = watched(never);
  await watch.start();
  tell('access_changed', 'meeting:1');
  await waitFor(() => did.decided.length === 1, 'decided');
  tell('access_changed', 'board:1');
  await waitFor(() => did.decided.length === 2, 'decided again');
  await watch.stop();
  assert.equal(did.decided, [new Set(['meeting:1']), 'everybody']);
});

test('what could not be read is decided later, with what came meanwhile', async () => {
  const { watch, did, tell } = watched(never, 2);
  await watch.start();
  tell('access_changed', 'meeting:1');
  tell('access_changed', 'meeting:2');
  await waitFor(() => did.decided.length > 0 && (did.decided.at(-1) as Set<string>).has('meeting:1'), 'decided');
  await watch.stop();
  assert.ok(did.decided.some((due) => due !== 'everybody' && due.has('meeting:2')));
});

// SYNC-14, MED-23
test('an end that nobody told is found, and use puts the idle end off', async () => {
  const { watch, did, open, tell } = watched(soon);
  await watch.start();
  open.delete('one');
  await waitFor(() => did.ended.includes('one') && did.touched.includes('two'), 'found and touched');
  tell('session_ended', 'three');
  await watch.stop();
  assert.not(did.ended.includes('two'));
  assert.not(did.touched.includes('one'));
  assert.is(did.ended.at(-1), 'three');
});

// AUT-31
test('a locked screen is told, and found when nobody told it', async () => {
  const { watch, did, open, tell } = watched(soon);
  await watch.start();
  tell('session_locked', 'two');
  assert.equal(did.locked, ['two']);
  open.set('one', { locked: true });
  await waitFor(() => did.locked.includes('one'), 'found');
  await watch.stop();
  assert.equal(did.ended, []);
});

test.run();
