import { observer, type types } from 'mediasoup';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { ConsumerOptions } from '@concertation/shared/contracts';
import type { MediaEngine } from '../src/media/engine/create-engine.ts';
import type { EngineProbe, EngineRoom, EngineSeat, WireParameters } from '../src/media/engine/engine-port.ts';
import { chromiumForTests, type MediaBrowser, openMediaBrowser } from './support/media-browser.ts';
import { startEngine } from './support/media-engine.ts';
import { realWorkerBinary } from './support/media-worker.ts';
import { waitFor } from './support/wait-for.ts';

const path = await realWorkerBinary();
const chromium = chromiumForTests();
const limit = 40_000;

type Received = { energy: number; frames: number; width: number };
type States = { send: string; receive: string };
type Asked = EngineSeat | EngineProbe;

let browser: MediaBrowser;
let engine: MediaEngine;
let room: EngineRoom;
const asked = new Map<string, Asked>();
let refusedHandshakes = 0;
/** Whose certificate is changed on its way. */
const forged = new Set<string>();

const wire = (value: unknown): WireParameters => value as WireParameters;

/** The same fingerprint, one digit apart: what somebody in the middle would have to get past. */
function forge(parameters: WireParameters): WireParameters {
  const { fingerprints } = parameters as { fingerprints: { algorithm: string; value: string }[] };
  return {
    ...parameters,
    fingerprints: fingerprints.map(({ algorithm, value }) => ({
      algorithm,
      value: value.replace(/^./, (digit) => (digit === 'A' ? 'B' : 'A')),
    })),
  };
}

function answer(name: string, request: string, given: unknown[]): unknown {
  const one = asked.get(name) as EngineSeat;
  if (request === 'connectTransport') {
    const [id, parameters] = given as [string, WireParameters];
    return one.connectTransport(id, forged.has(name) ? forge(parameters) : parameters);
  }
  if (request === 'produce') {
    const [source, parameters, paused] = given as Parameters<EngineSeat['produce']>;
    return one.produce(source, wire(parameters), paused);
  }
  if (request === 'restartIce') return one.restartIce(given[0] as string);
  return one.consume(given[0] as string[], wire(given[1]));
}

async function join(name: string): Promise<EngineSeat> {
  const seat = await room.openSeat();
  asked.set(name, seat);
  await browser.call('join', name, { rtpCapabilities: room.rtpCapabilities, transports: seat.transports });
  return seat;
}
const produce = (name: string, source: string) => browser.call<string>('produce', name, source);
const consume = (name: string, ids: string[]) => browser.call<ConsumerOptions[]>('consume', name, ids);
const received = (name: string, { id }: ConsumerOptions) => browser.call<Received>('received', name, id);
const states = (name: string) => browser.call<States>('states', name);

async function begin(over: Parameters<typeof startEngine>[1]): Promise<void> {
  engine = await startEngine(path, over);
  room = await engine.openRoom();
}

observer.on('newworker', (worker) =>
  worker.observer.on('newrouter', (router) =>
    router.observer.on('newtransport', (transport) => {
      if (transport.type === 'webrtc')
        (transport as types.WebRtcTransport).observer.on('dtlsstatechange', (state) => {
          if (state === 'failed') refusedHandshakes += 1;
        });
    }),
  ),
);

test.before(async () => {
  browser = await openMediaBrowser(chromium, answer);
});
test.after.each(async () => {
  for (const seat of asked.values()) seat.close();
  asked.clear();
  forged.clear();
  await engine?.stop();
});
test.after(() => browser?.close());

// MED-3, MED-8, MED-10, MED-11, MED-13, MED-14
test('sound and images are decoded on two workers; the layer follows the size; who speaks is told', async () => {
  await begin({ workers: 2, consumersPerWorker: 2 });
  const speakers: (string | null)[] = [];
  room.onSpeaker((seatId) => speakers.push(seatId));
  const ada = await join('ada');
  const sent = [await produce('ada', 'microphone'), await produce('ada', 'camera')];
  const seats: Record<string, EngineSeat> = { ben: await join('ben') };
  const [sound, image] = await consume('ben', sent);
  seats.cleo = await join('cleo');
  assert.is.not(
    seats.cleo.transports.receive.iceCandidates[0]?.port,
    ada.transports.receive.iceCandidates[0]?.port,
    'on the other worker',
  );
  const [farSound, farImage] = await consume('cleo', sent);
  if (!sound || !image || !farSound || !farImage) throw new Error('not received');

  for (const [name, heard, seen] of [
    ['ben', sound, image],
    ['cleo', farSound, farImage],
  ] as const) {
    await waitFor(async () => (await received(name, heard)).energy > 0, `${name} hears`, limit);
    assert.is((await received(name, seen)).frames, 0, 'nothing before its size is told');
    await seats[name]?.tuneConsumer(seen.id, { paused: false, spatialLayer: 0 });
    await waitFor(async () => (await received(name, seen)).width === 240, `${name} sees the small layer`, limit);
    await seats[name]?.tuneConsumer(seen.id, { paused: false, spatialLayer: 1 });
    await waitFor(async () => (await received(name, seen)).width === 480, `${name} sees the medium layer`, limit);
  }
  await waitFor(() => speakers.includes(ada.seatId), 'who speaks', limit);
  await ada.pauseSource('microphone', true);
  assert.is(speakers.at(-1), null, 'muted, she speaks no longer');
});

// MED-4
test('after an ICE restart the same transports carry on', async () => {
  await begin({});
  await join('ada');
  await join('ben');
  const [sound] = await consume('ben', [await produce('ada', 'microphone')]);
  if (!sound) throw new Error('not received');
  await waitFor(async () => (await received('ben', sound)).energy > 0, 'sound', limit);
  await browser.call('restartIce', 'ada');
  await browser.call('restartIce', 'ben');
  const { energy } = await received('ben', sound);
  await waitFor(async () => (await received('ben', sound)).energy > energy, 'sound goes on', limit);
  assert.equal([await states('ada'), await states('ben')].map(({ send }) => send)[0], 'connected');
});

// MED-3
test('where UDP is refused, all of it goes over TCP', async () => {
  await begin({ udp: false });
  await join('ada');
  await join('ben');
  const [sound] = await consume('ben', [await produce('ada', 'microphone')]);
  if (!sound) throw new Error('not received');
  await waitFor(async () => (await received('ben', sound)).energy > 0, 'sound', limit);
});

// MED-9
test('a certificate that is not the announced one is not spoken to', async () => {
  await begin({});
  forged.add('eve');
  await join('eve');
  await join('ben');
  const [sound] = await consume('ben', [await produce('eve', 'microphone')]);
  if (!sound) throw new Error('not received');
  await waitFor(() => refusedHandshakes > 0, 'refused', limit);
  assert.is((await received('ben', sound)).energy, 0);
});

// MED-12
test('a probe connects by UDP alone, and by TCP alone', async () => {
  await begin({});
  for (const way of ['udp', 'tcp'] as const) {
    const probe = await engine.probe(way);
    if (!probe) throw new Error('no such path');
    asked.set(way, probe);
    await browser.call('probe', way, { rtpCapabilities: engine.rtpCapabilities(), transport: probe.transport });
    await waitFor(async () => (await states(way)).send === 'connected', `connected by ${way}`, limit);
  }
});

test.run();
