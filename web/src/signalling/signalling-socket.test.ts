import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { returnDelay } from './return-delay.ts';
import { SignallingRefusal } from './signalling-refusal.ts';
import { SignallingSocket } from './signalling-socket.ts';

/** A socket whose other end is the test. */
class FakeSocket extends EventTarget {
  sent: { id: number; request: string; data: unknown }[] = [];
  closed = false;
  send(text: string): void {
    this.sent.push(JSON.parse(text) as FakeSocket['sent'][number]);
  }
  close(): void {
    this.closed = true;
  }
  opens(): void {
    this.dispatchEvent(new Event('open'));
  }
  says(frame: unknown): void {
    this.dispatchEvent(
      new MessageEvent('message', { data: typeof frame === 'string' ? frame : JSON.stringify(frame) }),
    );
  }
  goes(code: number): void {
    this.dispatchEvent(Object.assign(new Event('close'), { code }));
  }
}

type Timer = { run: () => void; milliseconds: number };

function setUp(sessionLives: () => Promise<boolean> = () => Promise.resolve(true)) {
  const sockets: FakeSocket[] = [];
  const timers = new Set<Timer>();
  const page = new EventTarget();
  const told: string[] = [];
  const signalling = new SignallingSocket({
    url: 'ws://test/media',
    page,
    sessionLives,
    random: () => 1,
    connect: () => {
      const socket = new FakeSocket();
      sockets.push(socket);
      return socket as unknown as WebSocket;
    },
    later: (run, milliseconds) => {
      const timer = { run, milliseconds };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
  });
  signalling.onState((state) => told.push(state));
  signalling.onEvent((event) => told.push(event.event === 'ended' ? `ended ${event.reason}` : event.event));
  return {
    signalling,
    sockets,
    told,
    page,
    latest: () => sockets.at(-1) as FakeSocket,
    delays: () => [...timers].map(({ milliseconds }) => milliseconds),
    /** Time passes until everything that waits has run. */
    elapse: () => {
      const due = [...timers];
      timers.clear();
      for (const { run } of due) run();
    },
  };
}

const codeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'answered',
    (error: unknown) => (error instanceof SignallingRefusal ? error.code : String(error)),
  );

test('a request gets its own answer, or its own refusal', async () => {
  const { signalling, latest } = setUp();
  signalling.open();
  latest().opens();
  const hand = codeOf(signalling.ask('raiseHand', { raised: true }));
  const lock = codeOf(signalling.ask('lock', { locked: true }));
  const [first, second] = latest().sent;
  assert.equal(first, { id: 1, request: 'raiseHand', data: { raised: true } });
  latest().says({ reply: second?.id, error: 'forbidden' });
  latest().says({ reply: first?.id, data: null });
  assert.is(await hand, 'answered');
  assert.is(await lock, 'forbidden');
});

test('an answer that is not what the contract says is refused, and noise is ignored', async () => {
  const { signalling, latest, told } = setUp();
  signalling.open();
  latest().opens();
  const produced = codeOf(signalling.ask('produce', { source: 'camera', rtpParameters: { codecs: [{}] } }));
  for (const noise of ['{', '[]', 'null', { event: 'recorded' }, { reply: 99, data: null }]) latest().says(noise);
  latest().says({ reply: 1, data: { producerId: 'not an id' } });
  assert.is(await produced, 'unexpected');
  assert.equal(told, ['connecting', 'open']);
});

test('nothing is asked of a socket that is not open', async () => {
  const { signalling } = setUp();
  assert.is(await codeOf(signalling.ask('leave', {})), 'lost');
  signalling.open();
  assert.is(await codeOf(signalling.ask('leave', {})), 'lost');
});

test('a loss refuses what waits, comes back by itself, and says both', async () => {
  const { signalling, latest, told, elapse, sockets } = setUp();
  signalling.open();
  latest().opens();
  const asked = codeOf(signalling.ask('leave', {}));
  latest().goes(1006);
  assert.is(await asked, 'lost');
  elapse();
  assert.is(sockets.length, 2);
  latest().opens();
  assert.equal(told, ['connecting', 'open', 'reconnecting', 'open']);
  latest().says({ event: 'speaker', participantId: null });
  assert.is(told.at(-1), 'speaker');
});

test('what the abandoned socket still says is not heard', () => {
  const { signalling, sockets, told, elapse } = setUp();
  signalling.open();
  sockets[0]?.opens();
  sockets[0]?.goes(1006);
  elapse();
  sockets[1]?.opens();
  sockets[0]?.says({ event: 'muted' });
  sockets[0]?.goes(4401);
  assert.equal(told, ['connecting', 'open', 'reconnecting', 'open']);
});

test('attempts are further and further apart, up to five seconds, and spread', () => {
  assert.equal(
    [0, 1, 2, 3, 4, 5, 9].map((failures) => returnDelay(failures, 1)),
    [250, 500, 1000, 2000, 4000, 5000, 5000],
  );
  assert.is(returnDelay(0, 0), 125);
  const { signalling, latest, delays, elapse } = setUp();
  signalling.open();
  latest().goes(1006);
  assert.equal(delays(), [250]);
  elapse();
  latest().goes(1006);
  assert.equal(delays(), [500]);
});

test('the return of the network is not waited for', () => {
  const { signalling, sockets, latest, page } = setUp();
  signalling.open();
  latest().opens();
  page.dispatchEvent(new Event('online'));
  assert.is(sockets.length, 1, 'open: nothing to do');
  page.dispatchEvent(new Event('offline'));
  assert.is(signalling.state, 'reconnecting');
  assert.ok(sockets[0]?.closed);
  page.dispatchEvent(new Event('online'));
  assert.is(sockets.length, 2);
  page.dispatchEvent(new Event('online'));
  assert.is(sockets.length, 2, 'an attempt is under way');
});

test('an answer that does not come within 8 seconds means a dead connection', async () => {
  const { signalling, latest, elapse } = setUp();
  signalling.open();
  latest().opens();
  const asked = codeOf(signalling.ask('leave', {}));
  elapse();
  assert.is(await asked, 'lost');
  assert.is(signalling.state, 'reconnecting');
});

for (const [code, reason] of [
  [4401, 'signed_out'],
  [4403, 'withdrawn'],
] as const)
  test(`closed with ${code}, it does not come back`, () => {
    const { signalling, latest, told, delays, sockets, page } = setUp();
    signalling.open();
    latest().opens();
    latest().goes(code);
    page.dispatchEvent(new Event('online'));
    assert.equal(told, ['connecting', 'open', `ended ${reason}`, 'ended']);
    assert.equal(delays(), []);
    assert.is(sockets.length, 1);
  });

test('after « ended » it does not come back, and the end is told once', () => {
  const { signalling, latest, told, delays } = setUp();
  signalling.open();
  latest().opens();
  latest().says({ event: 'ended', reason: 'removed' });
  latest().goes(4403);
  assert.equal(told, ['connecting', 'open', 'ended removed', 'ended']);
  assert.equal(delays(), []);
});

test('refused twice without a word, it asks whether the session still lives', async () => {
  const { signalling, latest, told, elapse } = setUp(() => Promise.resolve(false));
  signalling.open();
  latest().goes(1006);
  elapse();
  latest().goes(1006);
  await Promise.resolve();
  await Promise.resolve();
  assert.equal(told, ['connecting', 'ended signed_out', 'ended']);
});

test('closed from here, it says no end, and who waits is told', async () => {
  const { signalling, latest, told } = setUp();
  const open = codeOf(signalling.whenOpen());
  signalling.open();
  const asked = latest();
  signalling.close();
  assert.is(await open, 'lost');
  assert.ok(asked.closed);
  assert.equal(told, ['connecting', 'ended']);
  signalling.open();
  assert.is(signalling.state, 'ended');
});

test.run();
