import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { CallClient } from '../call-state.ts';
import { createCallClient } from './create-call-client.ts';
import { FakeDevices } from './devices/fake-devices.ts';

const both = { microphone: true, camera: true };
const live = { microphone: 'live', camera: true } as const;
const waiting = { data: { state: 'waiting' } };
const busy = new DOMException('held by another program', 'NotReadableError');

/** The browser around the client, whose server answers `joins`, one to each request `join`. */
function setUp(joins: object[]) {
  const browser = new FakeDevices();
  const sockets: FakeSocket[] = [];
  class FakeSocket extends EventTarget {
    constructor() {
      super();
      sockets.push(this);
      setTimeout(() => this.dispatchEvent(new Event('open')));
    }
    send(frame: string): void {
      const { id, request } = JSON.parse(frame) as { id: number; request: string };
      const answer = request === 'join' ? joins.shift() : { data: null };
      const data = JSON.stringify({ reply: id, ...answer });
      setTimeout(() => this.dispatchEvent(new MessageEvent('message', { data })));
    }
    close(): void {}
  }
  const page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  const globals = {
    navigator: { mediaDevices: browser },
    document: page,
    addEventListener: page.addEventListener.bind(page),
    removeEventListener: page.removeEventListener.bind(page),
    location: { href: 'https://concertation.example/' },
    cancelAnimationFrame: () => undefined,
    WebSocket: FakeSocket,
  };
  for (const [name, value] of Object.entries(globals))
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  const client = createCallClient();
  return { client, browser, sockets };
}

/** Ends once the state of the client is so. */
async function until(client: CallClient, isSo: () => boolean): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const stop = client.subscribe(() => isSo() && resolve());
  if (!isSo()) await promise;
  stop();
}

test('refused from its green room, one keeps what is open; refused by itself, a page loaded again lets go of it', async () => {
  const refused = { error: 'call_removed' };
  const { client, browser } = setUp([refused, refused]);
  await client.prepare(both);
  await client.join('meeting', live);
  assert.equal([client.snapshot().phase, client.snapshot().error], ['idle', 'call_removed']);
  assert.equal(browser.open(), ['mic', 'cam']);
  client.reset();
  assert.equal(browser.open(), []);
  await client.join('meeting', live);
  assert.equal([client.snapshot().phase, client.snapshot().error], ['idle', 'call_removed']);
  assert.equal([browser.open(), client.snapshot().microphone], [[], 'off']);
  client.dispose();
});

test('one is inside before the browser’s questions are answered, and devices come when they are', async () => {
  const { client, browser } = setUp([waiting]);
  browser.hold();
  await client.join('meeting', live);
  assert.equal([client.snapshot().phase, browser.asked], ['waiting', ['audio']]);
  browser.answer();
  await until(client, () => client.snapshot().camera === 'live');
  assert.equal([client.snapshot().microphone, browser.asked], ['live', ['audio', 'video']]);
  client.dispose();
  assert.equal(browser.open(), []);
});

test('« Réessayer » in a call opens again what failed', async () => {
  const { client, browser } = setUp([waiting]);
  browser.failing.set('audio', busy);
  await client.join('meeting', { microphone: 'muted', camera: false });
  await until(client, () => client.snapshot().notices.length > 0);
  assert.equal([client.snapshot().notices[0]?.kind, client.snapshot().microphone], ['microphone_failed', 'off']);
  browser.failing.clear();
  await client.prepare({ microphone: true, camera: false });
  assert.equal([client.snapshot().microphone, client.snapshot().devices.problems], ['muted', {}]);
  client.dispose();
});

test('nothing is joined nor opened once it is disposed of', async () => {
  const { client, browser, sockets } = setUp([]);
  client.dispose();
  await client.join('meeting', live);
  await client.prepare(both);
  assert.equal([sockets.length, browser.asked, client.snapshot().phase], [0, [], 'idle']);
});

test.run();
