import { Device } from 'mediasoup-client';
import * as fake from 'mediasoup-client/fakeParameters';
import { FakeHandler } from 'mediasoup-client/handlers/FakeHandler';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { SignallingRefusal } from '../../../../signalling/index.ts';
import { settled } from './fake-link.ts';
import type { Ask, Seat } from './media-link.ts';
import { openMediaLink } from './open-media-link.ts';

class FakeDevice extends Device {
  constructor() {
    super({ handlerFactory: FakeHandler.createFactory(fake) });
  }
}

/** Transports of mediasoup-client without a browser; `answers` are the server's, by request. */
function open(answers: Record<string, () => Promise<unknown>>) {
  const seat = {
    rtpCapabilities: fake.generateRouterRtpCapabilities(),
    iceServers: [],
    transports: { send: fake.generateTransportRemoteParameters(), receive: fake.generateTransportRemoteParameters() },
  } as unknown as Seat & { transports: NonNullable<Seat['transports']> };
  const ask = (async (name: string) => answers[name]?.() ?? null) as unknown as Ask;
  return openMediaLink({ Device: FakeDevice }, ask, seat);
}

const consumers = async () => ({
  consumers: [
    {
      ...fake.generateConsumerRemoteParameters({ codecMimeType: 'audio/opus' }),
      producerId: 'p',
      producerPaused: false,
    },
  ],
});
const outcome = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'done',
    (error: unknown) => (error instanceof SignallingRefusal ? error.code : String(error)),
  );

test('what is received is told by producer, and a step lost on the way makes the transports useless', async () => {
  const link = await open({ consume: consumers });
  const [reading] = await link.receive(['p']);
  assert.is(reading?.producerId, 'p');
  assert.not(link.broken());
  const lost = await open({
    consume: consumers,
    connectTransport: () => Promise.reject(new SignallingRefusal('lost')),
  });
  assert.is(await outcome(lost.receive(['p'])), 'lost');
  assert.ok(lost.broken());
  for (const one of [link, lost]) one.close();
});

test('closed in the middle of its birth, it leaves nobody waiting', async () => {
  const link = await open({ consume: consumers, connectTransport: () => new Promise(() => undefined) });
  const receiving = outcome(link.receive(['p']));
  await settled();
  link.close();
  assert.is(await receiving, 'lost');
});

test('what nobody uses yet is not asked for another path', async () => {
  const asked: string[] = [];
  const link = await open({ restartIce: async () => asked.push('restartIce') });
  await link.restart();
  assert.equal([asked, link.states()], [[], ['new', 'new']]);
  link.close();
});

test.run();
