import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kill } from 'node:process';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { MediaEngineState } from '@concertation/shared/contracts';
import { AppError, createLogger } from '../src/lib/index.ts';
import { createEngine, type MediaEngine } from '../src/media/engine/create-engine.ts';
import type { EngineRoom, EngineSeat } from '../src/media/engine/engine-port.ts';
import { mediaSettings, startEngine, totals } from './support/media-engine.ts';
import { realWorkerBinary } from './support/media-worker.ts';
import { cameraParameters, opusParameters } from './support/media-parameters.ts';
import { writeFakeWorker } from './support/media-worker.ts';
import { waitFor } from './support/wait-for.ts';

const path = await realWorkerBinary();
const engines: MediaEngine[] = [];
const directory = mkdtempSync(join(tmpdir(), 'concertation-engine-'));

const start = async (over: Parameters<typeof startEngine>[1]) => {
  const engine = await startEngine(path, over);
  engines.push(engine);
  return engine;
};
const code = (thrown: unknown) => (thrown instanceof AppError ? thrown.code : thrown);
const lives = (pid: number) => {
  try {
    return kill(pid, 0);
  } catch {
    return false;
  }
};
/** By worker, in the order of their start. */
const consumersOf = async (engine: MediaEngine) => (await engine.load()).map(({ consumers }) => consumers);
const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0);

test.after.each(async () => {
  await Promise.all(engines.splice(0).map((engine) => engine.stop()));
});

test.after(() => rmSync(directory, { recursive: true }));

// ASVS 13.3.2
test('a worker is given what it needs to run, and nothing that is in this process’s environment', async () => {
  process.env.A_SECRET_OF_THE_INSTALLATION = 'not for children';
  try {
    const engine = await start({});
    for (const { pid } of await engine.load()) {
      const given = readFileSync(`/proc/${pid}/environ`, 'utf8');
      assert.not.match(given, 'A_SECRET_OF_THE_INSTALLATION');
      assert.match(given, 'PATH=');
    }
    assert.is(process.env.A_SECRET_OF_THE_INSTALLATION, 'not for children', 'this process keeps its own');
  } finally {
    delete process.env.A_SECRET_OF_THE_INSTALLATION;
  }
});

// MED-1
test('it says what the preparation is at, then that it is ready', async () => {
  const told: MediaEngineState[] = [];
  let finish = () => {};
  const prepared = new Promise<void>((done) => (finish = done));
  const engine = createEngine({
    settings: mediaSettings(),
    log: createLogger('silent'),
    prepare: async (tell) => {
      await Promise.resolve();
      tell('compilation', 40);
      await prepared;
      return { kind: 'ready', path: path };
    },
  });
  engines.push(engine);
  engine.onState((state) => told.push(state));
  assert.is(engine.state().state, 'preparing');
  assert.is(await engine.openRoom().catch(code), 'call_unavailable');
  assert.is(await engine.probe('tcp').catch(code), 'call_unavailable');
  assert.equal(await engine.load(), []);
  await waitFor(() => told.length > 0, 'progress');
  assert.equal(told, [{ state: 'preparing', step: 'compilation', percent: 40 }]);
  finish();
  await waitFor(() => engine.state().state === 'ready', 'ready');
  assert.equal(told.at(-1), { state: 'ready' });
});

// MED-1
test('it says why there is no call: by configuration, or for want of a worker', async () => {
  const off = createEngine({
    settings: mediaSettings({ enabled: false }),
    log: createLogger('silent'),
    prepare: () => Promise.reject(new Error('asked for nothing')),
  });
  const none = createEngine({
    settings: mediaSettings(),
    log: createLogger('silent'),
    prepare: async () => ({ kind: 'unavailable', reason: 'Il manque meson.' }),
  });
  const broken = createEngine({
    settings: mediaSettings(),
    log: createLogger('silent'),
    prepare: () => Promise.reject(new Error('unforeseen')),
  });
  engines.push(off, none, broken);
  await waitFor(() => [off, none, broken].every((engine) => engine.state().state === 'unavailable'), 'reasons');
  const reasons = [off, none, broken].map((engine) => (engine.state() as { reason: string }).reason);
  assert.match(reasons[0] ?? '', 'désactivée par la configuration (MEDIA_OFF)');
  assert.is(reasons[1], 'Il manque meson.');
  assert.match(reasons[2] ?? '', 'a échoué');
  assert.is(await none.openRoom().catch(code), 'call_unavailable');
  assert.ok(none.rtpCapabilities().codecs, 'told to browsers whatever happens');
});

// MED-2
test('a worker that never starts is tried again, then given up aloud, and stops at once', async () => {
  const engine = createEngine({
    settings: mediaSettings({ workers: 2 }),
    log: createLogger('silent'),
    prepare: async () => ({ kind: 'ready', path: writeFakeWorker(join(directory, 'worker')) }),
  });
  engines.push(engine);
  const told: string[] = [];
  engine.onState((state) => told.push(state.state));
  await waitFor(() => engine.state().state === 'unavailable', 'the reason');
  assert.match((engine.state() as { reason: string }).reason, 'ne démarre pas');
  assert.not.ok(told.includes('ready'));
});

// MED-1
test('a preparation that lasts ends with the server', async () => {
  const engine = createEngine({
    settings: mediaSettings(),
    log: createLogger('silent'),
    prepare: (_, signal) =>
      new Promise((done) =>
        signal.addEventListener('abort', () => done({ kind: 'unavailable', reason: 'interrompue' }), { once: true }),
      ),
  });
  await engine.stop();
  assert.is(engine.state().state, 'preparing', 'nothing is told of it any more');
});

// MED-2
test('no process is left when it stops, not even one that is stuck', async () => {
  const engine = await startEngine(path, { workers: 2 });
  const pids = (await engine.load()).map(({ pid }) => pid);
  assert.ok(pids.every(lives));
  kill(pids[0] as number, 'SIGSTOP');
  await engine.stop();
  assert.equal(pids.map(lives), [false, false]);
  assert.is(await engine.openRoom().catch(code), 'call_unavailable');
});

// MED-2, MED-6
test('a worker that is killed loses its rooms alone, and another takes its place at the same port', async () => {
  const engine = await start({ workers: 2, port: 47_310 });
  const rooms = [await engine.openRoom(), await engine.openRoom()] as const;
  const ports = async (room: EngineRoom) =>
    (await room.openSeat()).transports.send.iceCandidates.map(({ port }) => port);
  const [first, second] = [await ports(rooms[0]), await ports(rooms[1])];
  assert.equal(new Set([...first, ...second]), new Set([47_310, 47_311]), 'one room on each');
  const lost: number[] = [];
  rooms.forEach((room, index) => room.onLost(() => lost.push(index)));
  const loads = await engine.load();
  const victim = first.includes(47_310) ? loads[0] : loads[1];
  kill(victim?.pid as number, 'SIGKILL');
  await waitFor(() => lost.length > 0, 'the room is told', 5000);
  assert.equal(lost, [0]);
  assert.is(await rooms[0].openSeat().catch(code), 'call_unavailable');
  assert.is(engine.state().state, 'ready', 'the other one lives');
  const anew = await engine.openRoom();
  await anew.openSeat();
  await waitFor(async () => (await engine.load()).length === 2, 'two workers again', 5000);
  assert.not.ok((await engine.load()).some(({ pid }) => pid === victim?.pid));
  assert.ok(await rooms[1].openSeat(), 'the other room goes on');
  rooms[0].close();
  rooms[1].close();
  anew.close();
  assert.equal(lost, [0], 'told once, and never of a room that is closed');
});

// MED-2, MED-6
test('with the only worker dead, a new room opens within 5 s; it may die again', async () => {
  const engine = await start({ workers: 1 });
  for (let times = 0; times < 2; times += 1) {
    const room = await engine.openRoom();
    const seat = await room.openSeat();
    await seat.produce('microphone', opusParameters(), false);
    let lost = false;
    room.onLost(() => (lost = true));
    kill((await engine.load())[0]?.pid as number, 'SIGKILL');
    const opening = seat.consume([], engine.rtpCapabilities()).catch(code);
    await waitFor(() => lost, 'the room is told', 5000);
    assert.is.not(await opening, 'malformed');
    await waitFor(async () => (await engine.openRoom().catch(() => null)) !== null, 'a new room', 5000);
    assert.is(engine.state().state, 'ready');
  }
});

// MED-2
test('when the server itself is told to end, nobody is told to rebuild', async () => {
  const engine = await start({ workers: 2 });
  const room = await engine.openRoom();
  const loads = await engine.load();
  let lost = false;
  room.onLost(() => (lost = true));
  // mediasoup listens to this by itself, and ends its workers before we do.
  process.emit('SIGTERM', 'SIGTERM');
  await waitFor(() => !loads.some(({ pid }) => lives(pid)), 'the workers have ended');
  assert.is(await engine.openRoom().catch(code), 'call_unavailable');
  await engine.stop();
  assert.not.ok(lost);
  assert.equal(await engine.load(), [], 'and none was started again');
});

// MED-2
test('a worker that no longer answers is taken for dead', async () => {
  const engine = await start({ workers: 1 });
  const room = await engine.openRoom();
  let lost = false;
  room.onLost(() => (lost = true));
  const pid = (await engine.load())[0]?.pid as number;
  kill(pid, 'SIGSTOP');
  await waitFor(() => lost, 'the room is told');
  await waitFor(async () => (await engine.openRoom().catch(() => null)) !== null, 'a new room');
  assert.not.ok(lives(pid));
});

// MED-10, MED-11
test('when a worker is full the next one helps: what is sent is carried there once, when first received', async () => {
  const engine = await start({ workers: 2, consumersPerWorker: 2 });
  const before = await totals(engine);
  const room = await engine.openRoom();
  const ada = await room.openSeat();
  const ben = await room.openSeat();
  const sent = [
    (await ada.produce('microphone', opusParameters(), false)).producerId,
    (await ada.produce('camera', cameraParameters(), false)).producerId,
  ];
  await ben.consume(sent, engine.rtpCapabilities());
  const cleo = await room.openSeat();
  const dov = await room.openSeat();
  const homePort = ada.transports.send.iceCandidates[0]?.port;
  assert.is(ben.transports.send.iceCandidates[0]?.port, homePort);
  for (const seat of [cleo, dov]) assert.is.not(seat.transports.send.iceCandidates[0]?.port, homePort);
  assert.is(sum(await consumersOf(engine)), 2, 'nothing is carried before somebody asks');

  const [one, other] = await Promise.all([
    cleo.consume(sent, engine.rtpCapabilities()),
    dov.consume(sent, engine.rtpCapabilities()),
  ]);
  assert.equal([one.length, other.length], [2, 2]);
  assert.equal(
    one.map(({ producerId }) => producerId),
    sent,
    'under the same id',
  );
  assert.equal(await consumersOf(engine), [4, 4], 'two to Ben and two carried; four received');
  const back = await cleo.produce('microphone', opusParameters(), false);
  assert.is((await ada.consume([back.producerId], engine.rtpCapabilities())).length, 1, 'and the other way');

  ada.closeSource('camera');
  await waitFor(async () => sum(await consumersOf(engine)) === 6, 'the camera is nowhere');
  await cleo.tuneConsumer(one[0]?.id ?? '', { paused: true });
  cleo.close();
  dov.close();
  await waitFor(async () => sum(await consumersOf(engine)) === 1, 'nothing is carried where nobody is');
  assert.is((await totals(engine)).routers, 1);
  await (await room.openSeat()).consume(sent, engine.rtpCapabilities());
  room.close();
  await waitFor(async () => JSON.stringify(await totals(engine)) === JSON.stringify(before), 'nothing left');
});

// MED-6, MED-10
test('a room on two workers is lost whole when either dies', async () => {
  for (const index of [0, 1]) {
    const engine = await start({ workers: 2, consumersPerWorker: 1 });
    const room = await engine.openRoom();
    const seats: EngineSeat[] = [await room.openSeat(), await room.openSeat()];
    const { producerId } = await (seats[0] as EngineSeat).produce('microphone', opusParameters(), false);
    await (seats[1] as EngineSeat).consume([producerId], engine.rtpCapabilities());
    seats.push(await room.openSeat());
    await (seats[2] as EngineSeat).consume([producerId], engine.rtpCapabilities());
    assert.is((await totals(engine)).routers, 2);
    let lost = 0;
    room.onLost(() => (lost += 1));
    kill((await engine.load())[index]?.pid as number, 'SIGKILL');
    await waitFor(() => lost === 1, 'the room is told', 5000);
    await waitFor(async () => (await engine.load()).length === 2, 'two workers again', 5000);
    assert.is((await totals(engine)).routers, 0, 'what was left on the other is closed');
  }
});

// MED-10
test('when every worker is full, people still come in', async () => {
  const engine = await start({ workers: 2, consumersPerWorker: 1 });
  const room = await engine.openRoom();
  const first = await room.openSeat();
  const { producerId } = await first.produce('microphone', opusParameters(), false);
  for (let count = 0; count < 6; count += 1) {
    const seat = await room.openSeat();
    assert.is((await seat.consume([producerId], engine.rtpCapabilities())).length, 1);
  }
  assert.ok(
    (await consumersOf(engine)).every((count) => count >= 3),
    'shared between both',
  );
});

test.run();
