import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Principal } from '../../access/index.ts';
import type { LiveCall } from '../rooms/live-call.ts';
import { newLiveSeat } from '../rooms/live-seat.ts';
import { newSeat } from '../rooms/seat.ts';
import type { EngineSeat } from '../engine/engine-port.ts';
import { setPaused } from './pause-source.ts';

const call = { changed: () => undefined } as LiveCall;

/** Somebody who sends a microphone, which this happens to while it is being paused. */
function sending(meanwhile: (sources: ReturnType<typeof newSeat>['sources']) => void) {
  const live = newLiveSeat(newSeat('seat', {} as Principal, []));
  const { sources } = live.seat;
  sources.set('microphone', { producerId: 'former', paused: false });
  live.media = { pauseSource: async () => meanwhile(sources) } as unknown as EngineSeat;
  return live;
}

// MED-28
test('a microphone replaced while it is muted is shown muted', async () => {
  const live = sending((sources) => sources.set('microphone', { producerId: 'next', paused: false }));
  await setPaused(call, live, 'microphone', true);
  assert.equal(live.seat.sources.get('microphone'), { producerId: 'next', paused: true });
});

// MED-28
test('one that ended meanwhile stays ended', async () => {
  const live = sending((sources) => sources.clear());
  await setPaused(call, live, 'microphone', true);
  assert.is(live.seat.sources.size, 0);
});

test.run();
