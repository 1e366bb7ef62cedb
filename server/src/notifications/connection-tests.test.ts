import { connectionTest } from '@concertation/shared/contracts';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { isPassed } from './connection-tests.ts';

const all = { browser: true, network: true, live: true, storage: true, microphone: true, camera: true, delay: 40 };
const passes = (change: object) => isPassed(connectionTest.parse({ ...all, ...change }));

// SC-82, OO-26
test('a test passes by any path that carries voice, and where there is no call to carry', () => {
  for (const media of ['udp', 'tcp', 'relay', null]) assert.ok(passes({ media }), String(media));
  assert.not(passes({ media: 'none' }));
});

test('a network too narrow for a voice does not pass, one that was not measured does', () => {
  assert.ok(passes({ download: 100, upload: 100 }));
  assert.ok(passes({ download: null, upload: null }));
  assert.not(passes({ download: 99, upload: 4000 }));
  assert.not(passes({ download: 4000, upload: 99 }));
});

test('everything else is needed, but the camera', () => {
  assert.ok(passes({ camera: false }));
  for (const name of ['browser', 'network', 'live', 'storage', 'microphone'])
    assert.not(passes({ [name]: false }), name);
  assert.not(passes({ delay: 1001 }));
});

test.run();
