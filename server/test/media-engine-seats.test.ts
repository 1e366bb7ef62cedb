import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { EngineSeat } from '../src/media/engine/engine-port.ts';
import { MediaWorker } from '../src/media/engine/media-worker.ts';
import { Room } from '../src/media/engine/room.ts';
import type { WorkerPool } from '../src/media/engine/worker-pool.ts';
import { mediaSettings } from './support/media-engine.ts';
import { realWorkerBinary } from './support/media-worker.ts';
import { cameraParameters, opusParameters } from './support/media-parameters.ts';

const path = await realWorkerBinary();
let worker: MediaWorker;
let room: Room;

test.before(async () => {
  const settings = mediaSettings();
  worker = await MediaWorker.start(settings, 0, path);
  room = await Room.open({ leastLoaded: () => worker } as unknown as WorkerPool, settings, new Set());
});
test.after(() => worker?.stop());

/** Closes a seat at each step of what it was asked: before it is sent to the worker, and while the worker makes it. */
async function closeAtEachStep(act: (seat: EngineSeat) => Promise<unknown>): Promise<string[]> {
  const answers: string[] = [];
  for (let steps = 0; steps < 40; steps += 1) {
    const seat = await room.openSeat();
    const asked = act(seat).then(
      () => 'accepted',
      (error: unknown) => String((error as { code?: unknown }).code),
    );
    for (let step = 0; step < steps; step += 1) await Promise.resolve();
    seat.close();
    answers.push(await asked);
  }
  return [...new Set(answers)];
}

// MED-5, MED-10: what the threshold of a worker counts
test('what a seat is about to receive when it closes is counted no more', async () => {
  const sender = await room.openSeat();
  const { producerId: voice } = await sender.produce('microphone', opusParameters(), false);
  const { producerId: face } = await sender.produce('camera', cameraParameters(), false);
  const answers = await closeAtEachStep((seat) => seat.consume([voice, face], room.rtpCapabilities));
  assert.is(worker.consumers, 0);
  assert.not(answers.includes('accepted'));
  sender.close();
});

// MED-5
test('what a seat is about to send when it closes is in the room no more', async () => {
  for (const [source, parameters] of [
    ['microphone', opusParameters()],
    ['camera', cameraParameters()],
  ] as const) {
    const answers = await closeAtEachStep((seat) => seat.produce(source, parameters, false));
    assert.not(answers.includes('accepted'));
    assert.is(room.sources.size, 0, source);
  }
});

test.run();
