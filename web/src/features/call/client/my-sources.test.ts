import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { CallStore } from './call-store.ts';
import { FakeDevices } from './devices/fake-devices.ts';
import { LocalDevices } from './devices/local-devices.ts';
import { FakeLink, settled } from './media/fake-link.ts';
import type { Ask } from './media/media-link.ts';
import { Publisher } from './media/publisher.ts';
import { MySources } from './my-sources.ts';

const busy = new DOMException('held by another program', 'NotReadableError');
const both = { microphone: true, camera: true };

function setUp() {
  const browser = new FakeDevices();
  const store = new CallStore();
  const link = new FakeLink();
  let publisher: Publisher | null = null;
  const devices: LocalDevices = new LocalDevices({
    store,
    media: browser.media,
    replaced: (kind, track) => void mine.replaced(kind, track),
    heardThrough: () => undefined,
  });
  const mine = new MySources({ store, devices, publisher: () => publisher });
  return {
    browser,
    store,
    link,
    mine,
    enter: () => {
      const ask = (async () => null) as unknown as Ask;
      publisher = new Publisher({ ask, refused: mine.refused, ended: mine.ended, muted: mine.muted });
      publisher.attach(link);
    },
    sends: () => link.acts.filter((act) => /publish|replace/.test(act)),
    said: () => store.snapshot().notices.map(({ kind }) => kind),
    shown: () => [store.snapshot().microphone, store.snapshot().camera],
  };
}

test('the green room closed while devices open leaves none open', async () => {
  const { browser, mine, shown } = setUp();
  browser.hold();
  const prepared = mine.prepare(both);
  mine.release();
  browser.answer();
  await prepared;
  assert.equal([browser.open(), shown()], [[], ['off', 'off']]);
});

test('joined, muted, while a busy camera makes the browser ask twice: the microphone is sent, and silent', async () => {
  const { browser, mine, enter, sends, shown, said } = setUp();
  browser.failing.set('video', busy);
  browser.hold();
  const prepared = mine.prepare(both);
  enter();
  const sounding = mine.sound('muted');
  browser.answer();
  await Promise.all([prepared, sounding]);
  assert.equal([sends(), shown()], [['publish microphone paused'], ['muted', 'off']]);
  assert.is(browser.tracks[0]?.enabled, false);
  assert.equal(said(), [], 'what was wished in the green room is said there');
});

test('in a call, a device that does not open is said; let go of meanwhile, it is not', async () => {
  const { browser, mine, enter, said, shown } = setUp();
  enter();
  browser.failing.set('video', busy).set('audio', busy);
  await mine.sound('live');
  await mine.setCamera(true);
  assert.equal(
    [said(), shown()],
    [
      ['microphone_failed', 'camera_failed'],
      ['off', 'off'],
    ],
  );
  browser.hold();
  const opening = mine.setCamera(true);
  await mine.setCamera(false);
  browser.answer();
  await opening;
  assert.is(said().length, 2);
});

test('unplugged in a call: replaced, as silent as it was, or said', async () => {
  const { browser, mine, enter, said, sends, shown } = setUp();
  enter();
  await mine.sound('live');
  await mine.setMicrophone(false);
  browser.plug(['audioinput', 'other']);
  browser.tracks[0]?.end();
  await settled();
  assert.equal([sends().at(-1), shown()[0], said()], ['replace microphone other', 'muted', []]);
  browser.plug();
  browser.tracks[1]?.end();
  await settled();
  assert.equal([shown()[0], said()], ['off', ['microphone_failed']]);
});

test('tried again in a call, what failed opens again, as silent as it was; the rest is left alone', async () => {
  const { browser, mine, enter, sends, shown } = setUp();
  enter();
  await mine.setCamera(true);
  await mine.sound('live');
  await mine.setMicrophone(false);
  browser.plug(['videoinput', 'cam']);
  browser.tracks[1]?.end();
  await settled();
  browser.plug(['videoinput', 'cam'], ['audioinput', 'mic']);
  await mine.retry(both);
  assert.equal(shown(), ['muted', 'live']);
  assert.equal(sends(), ['publish camera', 'publish microphone', 'publish microphone paused']);
  assert.is(browser.asked.length, 4);
});

test('who came in to listen is found a microphone, muted', async () => {
  const { browser, mine, enter, shown } = setUp();
  browser.failing.set('audio', busy);
  await mine.prepare({ microphone: true, camera: false });
  enter();
  await mine.sound('off');
  browser.failing.clear();
  await mine.retry({ microphone: true, camera: false });
  assert.equal(shown(), ['muted', 'off']);
});

test('a screen that cannot be shared is said, unless the person gave up', async () => {
  const { browser, mine, enter, said } = setUp();
  enter();
  browser.failing.set('video', new DOMException('Permission denied', 'NotAllowedError'));
  await mine.shareScreen(false);
  assert.equal(said(), []);
  browser.failing.set('video', new DOMException('Permission denied by system', 'NotAllowedError'));
  await mine.shareScreen(false);
  assert.equal(said(), ['screen_failed']);
});

test.run();
