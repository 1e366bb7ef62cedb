import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { CallStore } from '../call-store.ts';
import { settled } from '../media/fake-link.ts';
import { FakeDevices } from './fake-devices.ts';
import { LocalDevices } from './local-devices.ts';

const busy = new DOMException('held by another program', 'NotReadableError');

function setUp() {
  const browser = new FakeDevices();
  const store = new CallStore();
  const told: string[] = [];
  const heard: (string | null)[] = [];
  const devices = new LocalDevices({
    store,
    media: browser.media,
    replaced: (kind, track) => told.push(`${kind} ${track?.id ?? 'none'}`),
    heardThrough: (deviceId) => heard.push(deviceId),
  });
  return { browser, store, told, heard, devices };
}

test('let go of while the browser asks, a device is closed as soon as it is given', async () => {
  const { browser, devices } = setUp();
  browser.hold();
  const opened = Promise.all([devices.openBoth(), devices.open('microphone')]);
  devices.release('microphone');
  browser.answer();
  assert.equal((await opened)[1], null);
  assert.equal([browser.asked, browser.open()], [['audio+video'], ['cam']]);
});

test('let go of before the browser refuses both, none is asked for alone', async () => {
  const { browser, devices } = setUp();
  browser.failing.set('video', busy);
  browser.hold();
  const opened = devices.openBoth();
  devices.release('microphone');
  devices.release('camera');
  browser.answer();
  await opened;
  assert.equal([browser.asked, browser.open()], [['audio+video'], []]);
});

test('wished again while the browser still asks: its one answer serves', async () => {
  const { browser, devices } = setUp();
  browser.hold();
  void devices.open('microphone');
  devices.release('microphone');
  const opened = devices.open('microphone');
  browser.answer();
  assert.is((await opened)?.id, 'mic');
  assert.equal(browser.asked, ['audio']);
});

test('a busy camera does not deprive of the microphone, even who asked for it alone meanwhile', async () => {
  const { browser, devices, store } = setUp();
  browser.failing.set('video', busy);
  browser.hold();
  const both = devices.openBoth();
  const microphone = devices.open('microphone');
  browser.answer();
  await both;
  assert.is((await microphone)?.id, 'mic');
  assert.equal(browser.open(), ['mic']);
  assert.equal(store.snapshot().devices.problems, { camera: 'busy' });
});

test('a second choice made while the first one opens wins', async () => {
  const { browser, devices, told } = setUp();
  browser.plugged = [
    ['audioinput', 'mic'],
    ['audioinput', 'headset'],
    ['audioinput', 'desk'],
  ];
  await devices.open('microphone');
  browser.hold();
  const first = devices.choose('microphone', 'headset');
  await settled();
  const second = devices.choose('microphone', 'desk');
  browser.answer();
  await Promise.all([first, second]);
  assert.equal([told, browser.open()], [['microphone desk'], ['desk']]);
});

test('unplugged, another one takes over; plugged in again, the chosen one takes its place back', async () => {
  const { browser, devices, told } = setUp();
  browser.plugged = [
    ['audioinput', 'mic'],
    ['audioinput', 'headset'],
  ];
  await devices.choose('microphone', 'headset');
  await devices.open('microphone');
  browser.plug(['audioinput', 'mic']);
  browser.tracks[0]?.end();
  await settled();
  assert.equal([told, browser.open()], [['microphone mic'], ['mic']]);
  browser.plug(['audioinput', 'mic'], ['audioinput', 'headset']);
  await settled();
  assert.equal([told.slice(1), browser.open()], [['microphone headset'], ['headset']]);
  browser.plug(['audioinput', 'mic'], ['audioinput', 'headset'], ['videoinput', 'cam']);
  await settled();
  assert.is(told.length, 2, 'the chosen one is in use: left alone');
});

test('unplugged, and nothing takes over', async () => {
  const { browser, devices, told, store } = setUp();
  await devices.open('camera');
  browser.plug();
  browser.tracks[0]?.end();
  await settled();
  assert.equal([told, store.snapshot().devices.problems], [['camera none'], { camera: 'missing' }]);
});

test('others are heard through the chosen output while it is there, and through the system’s own without it', async () => {
  const { browser, devices, heard } = setUp();
  browser.plug(['audiooutput', 'default'], ['audiooutput', 'headset']);
  await settled();
  await devices.choose('speaker', 'headset');
  browser.plug(['audiooutput', 'default']);
  await settled();
  browser.plug(['audiooutput', 'default'], ['audiooutput', 'headset']);
  await settled();
  assert.equal(heard, [null, null, 'headset']);
});

test.run();
