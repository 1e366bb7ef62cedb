import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type PathTrouble, recoverPath } from './recover-path.ts';

const decide = (trouble: Partial<PathTrouble>): string =>
  recoverPath({
    states: ['connected', 'connected'],
    troubledFor: null,
    restartedFor: null,
    networkChanged: false,
    rebuilds: 0,
    ...trouble,
  });

// SC-83: a lost path is found again without a gesture.
test('what carries is left alone, also what nobody uses yet', () => {
  assert.is(decide({}), 'nothing');
  assert.is(decide({ states: ['new', 'connected'] }), 'nothing');
  assert.is(decide({ states: ['new', 'new'], networkChanged: true }), 'nothing');
});

test('another network asks for another path, even if the former still looks alive', () => {
  assert.is(decide({ networkChanged: true }), 'restart');
});

test('a failed path is asked for again at once, a cut one after two seconds, a slow one after eight', () => {
  assert.is(decide({ states: ['failed', 'connected'], troubledFor: 0 }), 'restart');
  assert.is(decide({ states: ['connected', 'disconnected'], troubledFor: 1_900 }), 'nothing');
  assert.is(decide({ states: ['connected', 'disconnected'], troubledFor: 2_000 }), 'restart');
  assert.is(decide({ states: ['connecting', 'new'], troubledFor: 7_900 }), 'nothing');
  assert.is(decide({ states: ['connecting', 'new'], troubledFor: 8_000 }), 'restart');
});

test('five seconds after a restart that changed nothing, everything is rebuilt; each time less eagerly', () => {
  const failed = { states: ['failed', 'failed'], troubledFor: 20_000 } as const;
  assert.is(decide({ ...failed, restartedFor: 4_900 }), 'nothing');
  assert.is(decide({ ...failed, restartedFor: 5_000 }), 'rebuild');
  assert.is(decide({ ...failed, restartedFor: 9_900, rebuilds: 1 }), 'nothing');
  assert.is(decide({ ...failed, restartedFor: 10_000, rebuilds: 1 }), 'rebuild');
  assert.is(decide({ ...failed, restartedFor: 40_000, rebuilds: 9 }), 'rebuild');
  assert.is(decide({ states: ['closed', 'connected'] }), 'rebuild');
});

test.run();
