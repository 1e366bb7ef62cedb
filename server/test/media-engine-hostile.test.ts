import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { AppError } from '../src/lib/index.ts';
import type { MediaEngine } from '../src/media/engine/create-engine.ts';
import type { EngineRoom, EngineSeat, WireParameters } from '../src/media/engine/engine-port.ts';
import { seededRandom } from './faults/random.ts';
import { startEngine, totals } from './support/media-engine.ts';
import { realWorkerBinary } from './support/media-worker.ts';
import { cameraParameters, dtlsParameters, h264Parameters, opusParameters } from './support/media-parameters.ts';
import { spoil } from './support/spoil.ts';

const path = await realWorkerBinary();
let engine: MediaEngine;
let room: EngineRoom;

const pids = async () => (await engine.load()).map(({ pid }) => pid);
const codeOf = async (act: () => Promise<unknown>): Promise<string> => {
  try {
    await act();
    return 'accepted';
  } catch (thrown) {
    return thrown instanceof AppError ? thrown.code : String(thrown);
  }
};
const produced = (seat: EngineSeat, source: 'microphone' | 'camera', parameters: unknown) =>
  codeOf(() => seat.produce(source, parameters as WireParameters, false));

/** Whoever is honest is served as before: the channel to the worker holds, and new rooms open. */
async function othersAreServed(): Promise<void> {
  const other = await engine.openRoom();
  const [ada, ben] = [await other.openSeat(), await other.openSeat()];
  const { producerId } = await ada.produce('camera', cameraParameters(), false);
  assert.is((await ben.consume([producerId], engine.rtpCapabilities())).length, 1);
  other.close();
}

test.before(async () => {
  engine = await startEngine(path);
  room = await engine.openRoom();
});
test.after(() => engine?.stop());

/** A camera's parameters with this in place of what was there. */
const camera = (change: (parameters: Shape) => void): unknown => {
  const parameters = structuredClone(cameraParameters()) as Shape;
  change(parameters);
  return parameters;
};
type Shape = {
  mid: unknown;
  codecs: Record<string, unknown>[];
  encodings: Record<string, unknown>[];
  headerExtensions: Record<string, unknown>[];
  rtcp: unknown;
};
const first = (list: Record<string, unknown>[]) => list[0] as Record<string, unknown>;

const refusedCameras: [string, unknown][] = [
  ['a bitrate with decimals, which breaks mediasoup’s channel', camera((p) => (first(p.encodings).maxBitrate = 1.5))],
  ['a negative bitrate', camera((p) => (first(p.encodings).maxBitrate = -1))],
  ['a codec for resent packets alone', camera((p) => p.codecs.shift())],
  ['resent packets first', camera((p) => p.codecs.reverse())],
  ['resent packets of another codec', camera((p) => (p.codecs[1] = { ...p.codecs[1], parameters: { apt: 42 } }))],
  ['resent packets under the same number', camera((p) => (p.codecs[1] = { ...p.codecs[1], payloadType: 96 }))],
  ['two codecs', camera((p) => (p.codecs[1] = { ...first(p.codecs), payloadType: 101 }))],
  ['a codec that is not spoken here', camera((p) => (first(p.codecs).mimeType = 'video/VP9'))],
  ['sound for an image', opusParameters()],
  ['no encoding', camera((p) => (p.encodings = []))],
  ['nine encodings', camera((p) => (p.encodings = Array.from({ length: 9 }, (_, n) => ({ rid: `r${n}` }))))],
  ['twice the same layer', camera((p) => p.encodings.forEach((encoding) => (encoding.rid = 'r0')))],
  ['layers without a name', camera((p) => p.encodings.forEach((encoding) => delete encoding.rid))],
  ['one stream for a packet and for its copy', camera((p) => (p.encodings = [{ ssrc: 7, rtx: { ssrc: 7 } }]))],
  ['a stream number out of bounds', camera((p) => (p.encodings = [{ ssrc: 2 ** 32 }]))],
  ['layers beyond reason', camera((p) => (first(p.encodings).scalabilityMode = 'L99T99'))],
  ['an unknown extension', camera((p) => (first(p.headerExtensions).uri = 'urn:nothing'))],
  ['extension 0', camera((p) => (first(p.headerExtensions).id = 0))],
  ['twice the same extension number', camera((p) => p.headerExtensions.forEach((one) => (one.id = 3)))],
  ['a parameter that is an object', camera((p) => (first(p.codecs).parameters = { a: { b: 1 } }))],
  ['a parameter that is an array', camera((p) => (first(p.codecs).parameters = { a: [1, 'x'] }))],
  ['feedback that is not text', camera((p) => (first(p.codecs).rtcpFeedback = [{ type: 4 }]))],
  ['a mid that is not text', camera((p) => (p.mid = { toString: 'x' }))],
  ['a mid longer than a packet', camera((p) => (p.mid = 'm'.repeat(60_000)))],
  ['rtcp that is text', camera((p) => (p.rtcp = 'cname'))],
  ['nothing', {}],
  ['null', null],
  ['text', 'v=0'],
];

// MED-9
test('what mediasoup would choke on is refused before it reaches it', async () => {
  const seat = await room.openSeat();
  const before = await totals(engine);
  const workers = await pids();
  for (const [what, parameters] of refusedCameras)
    assert.is(await produced(seat, 'camera', parameters), 'malformed', what);
  for (const parameters of [cameraParameters(), h264Parameters()])
    assert.is(await produced(seat, 'microphone', parameters), 'malformed');
  assert.equal(await totals(engine), before);
  assert.equal(await pids(), workers);
  await othersAreServed();
  seat.close();
});

// MED-4, MED-9
test('a certificate that cannot be one is refused, and may be given again', async () => {
  const seat = await room.openSeat();
  const value = (text: string, algorithm = 'sha-256') => ({
    role: 'client',
    fingerprints: [{ algorithm, value: text }],
  });
  const good = 'a7:'.repeat(32).slice(0, -1);
  const refused: unknown[] = [
    value(good, 'sha-1'),
    value(good, 'sha-512'),
    value(good, 'md5'),
    value(good.slice(3)),
    value(`${good}:A7`),
    value(good.replaceAll(':', '')),
    value(good.replace('a7', 'zz')),
    { ...value(good), role: 'chief' },
    { role: 'client', fingerprints: Array.from({ length: 9 }, () => value(good).fingerprints[0]) },
    { role: 'client' },
    null,
  ];
  for (const parameters of refused)
    assert.is(
      await codeOf(() => seat.connectTransport(seat.transports.send.id, parameters as WireParameters)),
      'malformed',
    );
  await seat.connectTransport(seat.transports.send.id, value(good));
  seat.close();
});

// MED-9
test('five hundred spoiled parameters neither end a worker nor leave anything in it', async () => {
  const random = seededRandom(20_261_121);
  const sender = await room.openSeat();
  const { producerId } = await sender.produce('camera', cameraParameters(), false);
  const before = await totals(engine);
  const workers = await pids();
  const answers = new Map<string, number>();
  const acts: ((seat: EngineSeat) => Promise<unknown>)[] = [
    (seat) => seat.produce('camera', spoil(cameraParameters(), random), false),
    (seat) => seat.produce('screen', spoil(h264Parameters(), random), false),
    (seat) => seat.produce('microphone', spoil(opusParameters(), random), true),
    (seat) => seat.consume([producerId], spoil(engine.rtpCapabilities(), random)),
    (seat) => seat.connectTransport(seat.transports.receive.id, spoil(dtlsParameters(), random)),
  ];
  let seat = await room.openSeat();
  for (let number = 0; number < 500; number += 1) {
    const act = acts[number % acts.length] as (typeof acts)[number];
    const answer = await codeOf(() => act(seat));
    answers.set(answer, (answers.get(answer) ?? 0) + 1);
    if (number % 25 < 24) continue;
    seat.close();
    assert.equal(await totals(engine), before, `after ${number + 1}`);
    await othersAreServed();
    seat = await room.openSeat();
  }
  seat.close();
  assert.equal([...answers.keys()].sort(), ['accepted', 'malformed']);
  assert.ok((answers.get('malformed') ?? 0) > 200, 'most are refused');
  assert.ok((answers.get('accepted') ?? 0) > 20, 'and some are deep enough to reach the worker');
  assert.equal(await totals(engine), before);
  assert.equal(await pids(), workers);
  await othersAreServed();
});

// MED-9
test('a thousand requests at once wait for one another, and nothing is left of them', async () => {
  const before = await totals(engine);
  const seat = await room.openSeat();
  const flood = Array.from({ length: 1000 }, (_, number) =>
    codeOf(() => seat.produce('camera', number % 2 ? cameraParameters() : {}, false)),
  );
  const answers = await Promise.all(flood);
  assert.is(answers.filter((answer) => answer === 'accepted').length, 500);
  assert.is((await totals(engine)).producers, before.producers + 1, 'one producer for each source');
  seat.close();
  assert.equal(await totals(engine), before);
});

test.run();
