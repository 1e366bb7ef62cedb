import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { FakeEngine } from '../../../test/support/fake-engine.ts';
import { AppError } from '../../lib/index.ts';
import { CallMedia } from './call-media.ts';

const listeners = { onSpeaker: () => undefined, onLost: () => undefined };

/** An engine whose workers die while so many rooms are being opened on them. */
function dying(times: number) {
  const engine = new FakeEngine();
  let asked = 0;
  const openRoom = async () => {
    asked += 1;
    if (asked <= times) throw new AppError('call_unavailable');
    return engine.openRoom();
  };
  return { media: new CallMedia({ engine: { openRoom }, ...listeners }), asked: () => asked };
}

// MED-35
test('a worker that dies while the room opens on it costs nobody their join: another takes it', async () => {
  const { media } = dying(1);
  assert.ok((await media.openSeat()).seat);
});

// MED-35
test('where none lives it is said, after a second try', async () => {
  const { media, asked } = dying(9);
  const code = await media.openSeat().then(
    () => null,
    (error: unknown) => (error as AppError).code,
  );
  assert.equal([code, asked()], ['call_unavailable', 2]);
});

test.run();
