import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { ShownVideo } from '../call-state.ts';
import { ShownVideos } from './shown-videos.ts';

function listen() {
  const told: (readonly ShownVideo[])[] = [];
  const shown = new ShownVideos();
  shown.tellTo((videos) => told.push(videos));
  return { told, shown };
}

test('what is shown is told once after a burst, and only when it changed', async () => {
  const { told, shown } = listen();
  const [one, other] = [{}, {}];
  shown.set(one, { participantId: 'a', source: 'camera', height: 72 });
  shown.set(other, { participantId: 'b', source: 'camera', height: 72 });
  await Promise.resolve();
  assert.is(told.length, 1);
  assert.is(told[0]?.length, 2);
  shown.set(one, { participantId: 'a', source: 'camera', height: 72 });
  await Promise.resolve();
  assert.is(told.length, 1);
  shown.set(one, null);
  await Promise.resolve();
  assert.equal(told.at(-1), [{ participantId: 'b', source: 'camera', height: 72 }]);
});

test('somebody shown here and on the second screen is asked once, at the larger size, even while this tab is hidden', async () => {
  const { told, shown } = listen();
  shown.set({}, { participantId: 'a', source: 'camera', height: 72 });
  shown.set({}, { participantId: 'a', source: 'camera', height: 540, elsewhere: true });
  shown.set({}, { participantId: 'a', source: 'screen', height: 500 });
  await Promise.resolve();
  assert.equal(told.at(-1), [
    { participantId: 'a', source: 'camera', height: 540, elsewhere: true },
    { participantId: 'a', source: 'screen', height: 500 },
  ]);
});

test.run();
