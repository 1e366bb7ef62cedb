import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type SaveFacts, saveStateOf } from './save-state.ts';

const calm: SaveFacts = {
  closed: false,
  connected: true,
  firstAttempt: false,
  synced: true,
  writer: true,
  pending: false,
  kept: false,
  storage: 'ok',
};
const state = (change: Partial<SaveFacts>) => saveStateOf({ ...calm, ...change });

// SYNC-1, SYNC-20
test('saved is said only when nothing waits for an acknowledgement', () => {
  assert.is(state({}), 'saved');
  assert.is(state({ pending: true }), 'saving');
  for (const connected of [true, false])
    for (const synced of [true, false])
      for (const kept of [true, false])
        for (const storage of ['ok', 'waiting', 'full'] as const)
          assert.is.not(state({ pending: true, connected, synced, kept, storage }), 'saved');
});

test('before the states are exchanged nothing is called saved, even without a local edit', () => {
  assert.is(state({ synced: false }), 'loading');
  assert.is(state({ synced: false, pending: true }), 'saving');
});

test('offline is said with what this computer really keeps', () => {
  assert.is(state({ connected: false }), 'offline');
  assert.is(state({ connected: false, pending: true, kept: true }), 'offline');
  assert.is(state({ connected: false, pending: true, kept: false }), 'unkept');
  assert.is(state({ connected: false, firstAttempt: true }), 'loading');
});

test('the server waiting for its database is said to who waits for it', () => {
  assert.is(state({ storage: 'waiting', pending: true }), 'waiting_storage');
  assert.is(state({ storage: 'waiting' }), 'saved');
  assert.is(state({ storage: 'full' }), 'waiting_storage');
});

test('a reader is told so, a withdrawn channel before anything else', () => {
  assert.is(state({ writer: false }), 'read_only');
  assert.is(state({ closed: true, connected: false, pending: true }), 'withdrawn');
});

test.run();
