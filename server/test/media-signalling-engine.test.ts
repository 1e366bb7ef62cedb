import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { MediaEngine } from '../src/media/engine/create-engine.ts';
import { CallWorld } from './support/call-world.ts';
import { startEngine, totals } from './support/media-engine.ts';
import { realWorkerBinary } from './support/media-worker.ts';
import { cameraParameters, dtlsParameters, opusParameters } from './support/media-parameters.ts';
import { waitFor } from './support/wait-for.ts';

const path = await realWorkerBinary();
let engine: MediaEngine;
let world: CallWorld;

test.before(async () => {
  engine = await startEngine(path);
  world = await CallWorld.open({ engine, seatKeptMs: 1_000 });
});
test.after.each(() => world?.hangUp());
test.after(() => world?.stop());

const rtpCapabilities = () => engine.rtpCapabilities();

// MED-22, on the real worker
test('two people send and receive through the signalling alone, and leave nothing behind', async () => {
  const meetingId = await world.meeting();
  const ada = await world.client('coordinator');
  const ben = await world.client('member');
  const [joined, other] = [await ada.join(meetingId), await ben.join(meetingId)];
  assert.ok((joined.transports?.send.iceCandidates.length ?? 0) > 0);
  await ada.ask('connectTransport', { transportId: joined.transports?.send.id, dtlsParameters: dtlsParameters() });
  const { producerId } = await ada.ask('produce', { source: 'microphone', rtpParameters: opusParameters() });
  await ada.ask('produce', { source: 'camera', rtpParameters: cameraParameters() });
  await ben.sees(({ participants }) => Object.keys(participants[0]?.sources ?? {}).length === 2, 'both are told');
  const camera = ben.room?.participants[0]?.sources.camera?.producerId;
  const { consumers } = await ben.ask('consume', {
    producerIds: [producerId, camera],
    rtpCapabilities: rtpCapabilities(),
  });
  assert.equal(consumers.map(({ kind }) => kind).toSorted(), ['audio', 'video']);
  const video = consumers.find(({ kind }) => kind === 'video');
  await ben.ask('tuneConsumer', { consumerId: video?.id, paused: false, spatialLayer: 1 });
  const { iceParameters } = await ben.ask('restartIce', { transportId: other.transports?.receive.id });
  assert.ok(iceParameters.usernameFragment);
  await Promise.all([ada.ask('leave'), ben.ask('leave')]);
  await waitFor(async () => {
    const { routers, transports, producers, consumers: left } = await totals(engine);
    return routers + transports + producers + left === 0;
  }, 'nothing is left in the worker');
});

// MED-22, on the real worker: hostile parameters and ids
test('parameters that mean nothing and foreign ids are refused, and the worker lives on', async () => {
  const meetingId = await world.meeting();
  const ada = await world.client('coordinator');
  const ben = await world.client('member');
  const joined = await ada.join(meetingId);
  await ben.join(meetingId);
  const [{ pid } = { pid: 0 }] = await engine.load();
  const foreign = { transportId: joined.transports?.send.id, dtlsParameters: dtlsParameters() };
  assert.is(await ben.refusal('connectTransport', foreign), 'not_found');
  assert.is(await ben.refusal('restartIce', { transportId: joined.transports?.send.id }), 'not_found');
  for (const codecs of [[{}], [{ mimeType: 'audio/unknown' }], [{ mimeType: 7, payloadType: 'x' }]])
    assert.is(await ada.refusal('produce', { source: 'microphone', rtpParameters: { codecs } }), 'malformed');
  const consumerId = crypto.randomUUID();
  assert.is(await ben.refusal('tuneConsumer', { consumerId, paused: true }), 'not_found');
  const nothing = { producerIds: [crypto.randomUUID()], rtpCapabilities: rtpCapabilities() };
  assert.equal(await ben.ask('consume', nothing), { consumers: [] });
  await ada.ask('produce', { source: 'microphone', rtpParameters: opusParameters() });
  assert.is((await engine.load())[0]?.pid, pid, 'the same worker');
});

// MED-35, on the real worker
test('the worker killed, everybody is told and sits again within five seconds', async () => {
  const meetingId = await world.meeting();
  const { client: ada, seat } = await world.inside(meetingId, 'coordinator');
  const { client: ben, seat: benSeat } = await world.inside(meetingId, 'member');
  await ada.ask('sendChat', { text: 'avant' });
  const [load] = await engine.load();
  const killedAt = performance.now();
  process.kill(load?.pid as number, 'SIGKILL');
  await Promise.all([ada.told('rebuild'), ben.told('rebuild')]);
  const [again] = await Promise.all([ada.join(meetingId, { seat }), ben.join(meetingId, { seat: benSeat })]);
  assert.equal([again.resumed, again.participantId, again.chat.length], [false, seat, 1]);
  await ada.ask('produce', { source: 'microphone', rtpParameters: opusParameters() });
  console.log(`rebuilt in ${Math.round(performance.now() - killedAt)} ms`);
  assert.is(ada.closed ?? ben.closed, null);
});

// MED-20
test('the product prepares its own engine in the background, and then carries calls', async () => {
  const real = await CallWorld.open(
    { engine: null },
    { MEDIA_OFF: '0', MEDIASOUP_WORKER_BIN: path, MEDIA_WORKERS: '1' },
  );
  try {
    const { calls } = real.server.services;
    await waitFor(() => calls.engine().state === 'ready', 'the engine is ready');
    const { client } = await real.inside(await real.meeting(), 'member');
    await client.ask('produce', { source: 'microphone', rtpParameters: opusParameters() });
  } finally {
    real.hangUp();
    await real.stop();
  }
});

test.run();
