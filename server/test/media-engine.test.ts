import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { ErrorCode } from '@concertation/shared/contracts';
import { newId } from '../src/lib/index.ts';
import type { MediaEngine } from '../src/media/engine/create-engine.ts';
import type { EngineRoom, EngineSeat } from '../src/media/engine/engine-port.ts';
import { startEngine, totals } from './support/media-engine.ts';
import { realWorkerBinary } from './support/media-worker.ts';
import { cameraParameters, dtlsParameters, h264Parameters, opusParameters } from './support/media-parameters.ts';
import { waitFor } from './support/wait-for.ts';

const path = await realWorkerBinary();
let engine: MediaEngine;
let room: EngineRoom;

const refused = async (code: ErrorCode, act: () => unknown) => {
  const error = await Promise.resolve()
    .then(act)
    .then(
      () => null,
      (thrown: unknown) => thrown,
    );
  assert.is((error as { code?: string } | null)?.code, code);
};
const capabilities = () => engine.rtpCapabilities();
const seats = (count: number) => Promise.all(Array.from({ length: count }, () => room.openSeat()));
const pair = async (): Promise<[EngineSeat, EngineSeat]> => [await room.openSeat(), await room.openSeat()];

test.before(async () => {
  if (path) engine = await startEngine(path, { videosPerParticipant: 2 });
});
test.before.each(async () => {
  if (path) room = await engine.openRoom();
});
test.after.each(() => room?.close());
test.after(() => engine?.stop());

// MED-3
test('a seat has two transports of its own, over UDP and TCP, at the address that is told', async () => {
  const [ada, ben] = await pair();
  const ids = [ada, ben].flatMap(({ transports }) => [transports.send.id, transports.receive.id]);
  assert.is(new Set(ids).size, 4);
  const candidates = ada.transports.send.iceCandidates.map(({ protocol, ip }) => [protocol, ip].join(' '));
  assert.equal(candidates.sort(), ['tcp 127.0.0.1', 'udp 127.0.0.1']);
});

// MED-3, MED-12
test('where UDP is refused, only TCP is offered and probed', async () => {
  const tcpOnly = await startEngine(path, { udp: false, turn: { urls: ['turn:127.0.0.1'], minutes: 1 } });
  try {
    const seat = await (await tcpOnly.openRoom()).openSeat();
    assert.equal(
      seat.transports.receive.iceCandidates.map(({ protocol }) => protocol),
      ['tcp'],
    );
    assert.is(await tcpOnly.probe('udp'), null);
    assert.is(await tcpOnly.probe('relay'), null, 'a relay reaches this server by UDP');
    assert.ok(await tcpOnly.probe('tcp'));
  } finally {
    await tcpOnly.stop();
  }
});

// MED-5
test('nothing is left behind by seats that close, nor by a room that closes', async () => {
  const before = await totals(engine);
  const people = await seats(3);
  for (const seat of people) {
    await seat.produce('microphone', opusParameters(), false);
    await seat.produce('camera', cameraParameters(), false);
  }
  const [first, second] = people;
  const { producerId } = await (first as EngineSeat).produce('screen', h264Parameters(), false);
  await (second as EngineSeat).consume([producerId], capabilities());
  assert.equal(
    await totals(engine),
    { ...before, transports: 6, producers: 7, consumers: 1, objects: before.objects + 14 },
    'all of it lives in the worker',
  );
  for (const seat of people) seat.close();
  assert.equal(await totals(engine), before);
  await seats(4);
  room.close();
  assert.equal(await totals(engine), { routers: 0, transports: 0, producers: 0, consumers: 0, objects: 1 });
  await refused('call_unavailable', () => room.openSeat());
});

// MED-4
test('a transport connects once, and only its own seat connects it', async () => {
  const [ada, ben] = await pair();
  await refused('not_found', () => ada.connectTransport(ben.transports.send.id, dtlsParameters()));
  await refused('not_found', () => ada.connectTransport(newId(), dtlsParameters()));
  await refused('not_found', () => ada.restartIce(ben.transports.send.id));
  await refused('malformed', () => ada.connectTransport(ada.transports.send.id, { fingerprints: [] }));
  await ada.connectTransport(ada.transports.send.id, dtlsParameters());
  await refused('malformed', () => ada.connectTransport(ada.transports.send.id, dtlsParameters()));
  await ben.connectTransport(ben.transports.send.id, dtlsParameters());
});

// MED-4
test('a new path is asked for without losing the transport', async () => {
  const ada = await room.openSeat();
  const { id, iceParameters } = ada.transports.send;
  const renewed = await ada.restartIce(id);
  assert.type(renewed.usernameFragment, 'string');
  assert.is.not(renewed.usernameFragment, iceParameters.usernameFragment);
});

// MED-7
test('a second producer of the same source replaces the first; one that is refused does not', async () => {
  const [ada, ben] = await pair();
  const first = await ada.produce('camera', cameraParameters(), false);
  await refused('malformed', () => ada.produce('camera', opusParameters(), false));
  assert.is((await ben.consume([first.producerId], capabilities())).length, 1, 'the first still lives');
  const second = await ada.produce('camera', h264Parameters(), false);
  assert.equal(await ben.consume([first.producerId], capabilities()), []);
  assert.is((await ben.consume([second.producerId], capabilities())).length, 1);
  ada.closeSource('camera');
  ada.closeSource('camera');
  assert.equal(await ben.consume([second.producerId], capabilities()), []);
  await refused('not_found', () => ada.pauseSource('camera', true));
});

// MED-8
test('sound flows at once, video waits until it is shown, and both say when the sender is paused', async () => {
  const [ada, ben] = await pair();
  const microphone = await ada.produce('microphone', opusParameters(), true);
  const camera = await ada.produce('camera', cameraParameters(), false);
  const consumers = await ben.consume([microphone.producerId, camera.producerId], capabilities());
  assert.equal(
    consumers.map(({ kind, producerPaused }) => [kind, producerPaused]),
    [
      ['audio', true],
      ['video', false],
    ],
  );
  await ada.pauseSource('microphone', false);
  const [again] = await ben.consume([microphone.producerId], capabilities());
  assert.is(again?.producerPaused, false);
});

// MED-8
test('what is received twice is received once: the former consumer closes', async () => {
  const [ada, ben] = await pair();
  const { producerId } = await ada.produce('microphone', opusParameters(), false);
  const [former] = await ben.consume([producerId, producerId], capabilities());
  const [latter] = await ben.consume([producerId], capabilities());
  await refused('not_found', () => ben.tuneConsumer(former?.id ?? '', { paused: true }));
  await ben.tuneConsumer(latter?.id ?? '', { paused: true });
  assert.is((await totals(engine)).consumers, 1);
});

// MED-8
test('nobody receives themselves, what ended, what never was, or what belongs to another room', async () => {
  const [ada, ben] = await pair();
  const { producerId } = await ada.produce('microphone', opusParameters(), false);
  assert.equal(await ada.consume([producerId], capabilities()), []);
  assert.equal(await ben.consume([newId(), 'nothing'], capabilities()), []);
  const elsewhere = await engine.openRoom();
  const stranger = await elsewhere.openSeat();
  assert.equal(await stranger.consume([producerId], capabilities()), []);
  elsewhere.close();
});

// MED-8
test('a browser that understands none of it is refused, and leaves nothing half received', async () => {
  const [ada, ben] = await pair();
  const microphone = await ada.produce('microphone', opusParameters(), false);
  const camera = await ada.produce('camera', cameraParameters(), false);
  const codecs = (capabilities().codecs as { kind: string }[]).filter(({ kind }) => kind === 'audio');
  await refused('malformed', () =>
    ben.consume([microphone.producerId, camera.producerId], { ...capabilities(), codecs }),
  );
  assert.is((await totals(engine)).consumers, 0);
});

// MED-8
test('cameras received at once are counted, sound and the shared screen are not', async () => {
  const [ada, ...others] = await seats(4);
  if (!ada) throw new Error('no seat');
  const cameras: string[] = [];
  for (const other of others) cameras.push((await other.produce('camera', cameraParameters(), false)).producerId);
  const sound = await (others[0] as EngineSeat).produce('microphone', opusParameters(), false);
  const screen = await (others[1] as EngineSeat).produce('screen', cameraParameters(), false);
  await refused('too_many', () => ada.consume(cameras, capabilities()));
  assert.is((await totals(engine)).consumers, 0, 'all or none');
  const two = await ada.consume(cameras.slice(0, 2), capabilities());
  assert.is((await ada.consume([sound.producerId, screen.producerId], capabilities())).length, 2);
  assert.is((await ada.consume(cameras.slice(0, 2), capabilities())).length, 2, 'the same two, anew');
  await refused('too_many', () => ada.consume(cameras.slice(2), capabilities()));
  await refused('not_found', () => ada.tuneConsumer(two[0]?.id ?? '', { paused: true }));
  ada.closeConsumer(newId());
  const shown = await ada.consume(cameras.slice(0, 2), capabilities());
  ada.closeConsumer(shown[0]?.id ?? '');
  assert.is((await ada.consume(cameras.slice(2), capabilities())).length, 1);
});

// MED-8
test('only the seat that receives it tunes a consumer; a layer is ignored where there is one', async () => {
  const [ada, ben] = await pair();
  const camera = await ada.produce('camera', cameraParameters(), false);
  const screen = await ada.produce('screen', h264Parameters(), false);
  const [layered, single] = await ben.consume([camera.producerId, screen.producerId], capabilities());
  await ben.tuneConsumer(layered?.id ?? '', { paused: false, spatialLayer: 2 });
  await ben.tuneConsumer(single?.id ?? '', { paused: false, spatialLayer: 2 });
  await refused('not_found', () => ada.tuneConsumer(layered?.id ?? '', { paused: true }));
  await refused('not_found', () => ben.tuneConsumer(newId(), { paused: true }));
  ada.close();
  await refused('not_found', () => ben.tuneConsumer(layered?.id ?? '', { paused: true }));
});

// MED-4
test('a closed seat answers nothing any more', async () => {
  const [ada, ben] = await pair();
  const { producerId } = await ada.produce('microphone', opusParameters(), false);
  ada.close();
  ada.close();
  assert.equal(await ben.consume([producerId], capabilities()), []);
  await refused('not_found', () => ada.produce('camera', cameraParameters(), false));
  await refused('not_found', () => ada.consume([], capabilities()));
  await refused('not_found', () => ada.restartIce(ada.transports.send.id));
});

// MED-4
test('a seat that closes while it is being used leaves nothing', async () => {
  const before = await totals(engine);
  const [ada, ben] = await pair();
  const { producerId } = await ben.produce('camera', cameraParameters(), false);
  const pending = [
    ada.produce('microphone', opusParameters(), false),
    ada.produce('camera', cameraParameters(), false),
    ada.consume([producerId], capabilities()),
  ];
  ada.close();
  await Promise.allSettled(pending);
  ben.close();
  await waitFor(async () => JSON.stringify(await totals(engine)) === JSON.stringify(before), 'nothing left');
});

// MED-12
test('a probe is one transport by one path, which carries data and connects once', async () => {
  const before = await totals(engine);
  const [udp, tcp] = [await engine.probe('udp'), await engine.probe('tcp')];
  assert.is(await engine.probe('relay'), null, 'there is no relay here');
  assert.equal(
    [udp, tcp].map((probe) => probe?.transport.iceCandidates.map(({ protocol }) => protocol)),
    [['udp'], ['tcp']],
  );
  assert.ok(udp?.transport.sctpParameters);
  await refused('not_found', () => udp?.connectTransport(tcp?.transport.id ?? '', dtlsParameters()));
  await udp?.connectTransport(udp.transport.id, dtlsParameters());
  await refused('malformed', () => udp?.connectTransport(udp.transport.id, dtlsParameters()));
  udp?.close();
  tcp?.close();
  assert.equal(await totals(engine), before);
  await refused('not_found', () => tcp?.connectTransport(tcp.transport.id, dtlsParameters()));
});

// MED-12
test('where there is a relay, it is probed over both', async () => {
  const relayed = await startEngine(path, { turn: { urls: ['turn:127.0.0.1:3478'], minutes: 1 } });
  try {
    const probe = await relayed.probe('relay');
    assert.is(probe?.transport.iceCandidates.length, 2);
  } finally {
    await relayed.stop();
  }
});

test.run();
