import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { CallStore } from './call-store.ts';
import { keepSame } from './keep-same.ts';

const track = (id: string) => ({ id }) as MediaStreamTrack;

test('many changes of one turn are told once, and no change is not told', async () => {
  const store = new CallStore();
  let told = 0;
  const stop = store.subscribe(() => (told += 1));
  store.change({ phase: 'joining' });
  store.change({ meetingId: 'a' });
  assert.is(store.snapshot().phase, 'joining', 'true at once');
  await Promise.resolve();
  assert.is(told, 1);
  const before = store.snapshot();
  store.change({ phase: 'joining', meetingId: 'a' });
  await Promise.resolve();
  assert.is(store.snapshot(), before);
  assert.is(told, 1);
  stop();
  store.change({ phase: 'inside' });
  await Promise.resolve();
  assert.is(told, 1);
});

test('a track touches only its participant, and who has none left is gone', () => {
  const store = new CallStore();
  const camera = track('camera');
  store.track('ann', 'camera', camera);
  store.track('bob', 'camera', track('other'));
  const bob = store.snapshot().tracks.get('bob');
  const screen = track('screen');
  store.track('ann', 'screen', screen);
  assert.equal(store.snapshot().tracks.get('ann'), { camera, screen });
  assert.is(store.snapshot().tracks.get('bob'), bob);
  const before = store.snapshot().tracks;
  store.track('ann', 'screen', screen);
  assert.is(store.snapshot().tracks, before);
  store.track('ann', 'camera', null);
  store.track('ann', 'screen', null);
  assert.equal([...store.snapshot().tracks.keys()], ['bob']);
});

test('notices have their own number and leave one by one', () => {
  const store = new CallStore();
  store.notice('muted');
  store.notice('refused', 'screen_taken');
  assert.equal(store.snapshot().notices, [
    { id: 1, kind: 'muted' },
    { id: 2, kind: 'refused', code: 'screen_taken' },
  ]);
  store.dismiss(1);
  assert.equal(
    store.snapshot().notices.map(({ id }) => id),
    [2],
  );
});

test('what is told again keeps the identity of what did not change', () => {
  const before = { participants: [{ id: 1, sources: { camera: { paused: false } } }, { id: 2 }], locked: false };
  assert.is(keepSame(before, structuredClone(before)), before);
  const after = keepSame(before, { ...structuredClone(before), locked: true });
  assert.is.not(after, before);
  assert.is(after.participants, before.participants);
  const moved = keepSame(before, {
    participants: [{ id: 1, sources: { camera: { paused: true } } }, { id: 2 }],
    locked: false,
  });
  assert.is(moved.participants[1], before.participants[1]);
  assert.equal(moved.participants[0], { id: 1, sources: { camera: { paused: true } } });
  assert.equal(keepSame(before, { participants: [], locked: false }), { participants: [], locked: false });
  assert.equal(keepSame({ a: 1, b: 2 }, { a: 1 } as object), { a: 1 });
  assert.is(keepSame(null, 3), 3);
});

test.run();
