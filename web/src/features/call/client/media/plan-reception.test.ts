import type { Participant, RoomState } from '@concertation/shared/contracts';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { somebody as seated } from '../../somebody.ts';
import { layerOfHeight, planReception, type ReceptionNeeds } from './plan-reception.ts';

const somebody = (participantId: string, ...sources: ('microphone' | 'camera' | 'screen')[]): Participant =>
  seated(participantId, {
    sources: Object.fromEntries(
      sources.map((source) => [source, { producerId: `${participantId} ${source}`, paused: false }]),
    ),
  });
const room = (...participants: Participant[]): RoomState => ({
  participants,
  waiting: [],
  chairId: null,
  locked: false,
});
const plan = (needs: Partial<ReceptionNeeds>) =>
  Object.fromEntries(
    [...planReception({ room: room(), me: 'me', shown: [], hidden: false, reduced: false, limit: 16, ...needs })].map(
      ([id, { flows, spatialLayer }]) => [id, `${flows ? 'flows' : 'waits'} ${spatialLayer ?? ''}`.trim()],
    ),
  );

const three = room(
  somebody('me', 'microphone', 'camera'),
  somebody('ann', 'microphone', 'camera'),
  somebody('bob', 'microphone', 'camera', 'screen'),
);

test('the layer follows the height of the tile', () => {
  assert.equal([0, 90, 180, 181, 360, 361, 1080].map(layerOfHeight), [0, 0, 0, 1, 1, 2, 2]);
});

// SC-80: what is not seen is not received.
test('every microphone but mine is received, and only the videos shown', () => {
  assert.equal(plan({ room: three }), { 'ann microphone': 'flows', 'bob microphone': 'flows' });
  assert.equal(
    plan({
      room: three,
      shown: [
        { participantId: 'me', source: 'camera', height: 100 },
        { participantId: 'ann', source: 'camera', height: 100 },
        { participantId: 'ann', source: 'screen', height: 700 },
        { participantId: 'gone', source: 'camera', height: 100 },
        { participantId: 'bob', source: 'screen', height: 700 },
      ],
    }),
    { 'ann microphone': 'flows', 'bob microphone': 'flows', 'bob screen': 'flows 2', 'ann camera': 'flows 0' },
  );
});

test('a hidden tab receives sound alone, save what is in a window of its own', () => {
  const shown = [
    { participantId: 'ann', source: 'camera', height: 100 },
    { participantId: 'bob', source: 'camera', height: 200 },
    { participantId: 'bob', source: 'camera', height: 90, elsewhere: true },
  ] as const;
  assert.equal(plan({ room: three, shown, hidden: true }), {
    'ann microphone': 'flows',
    'bob microphone': 'flows',
    'bob camera': 'flows 1',
    'ann camera': 'waits 0',
  });
});

test('a connection that carries no video still shows a shared screen, small', () => {
  const shown = [
    { participantId: 'ann', source: 'camera', height: 400 },
    { participantId: 'bob', source: 'screen', height: 700 },
  ] as const;
  assert.equal(plan({ room: three, shown, reduced: true }), {
    'ann microphone': 'flows',
    'bob microphone': 'flows',
    'bob screen': 'flows 0',
    'ann camera': 'waits 0',
  });
});

test('beyond the limit, the shared screen and the large tiles stay', () => {
  const shown = [
    { participantId: 'ann', source: 'camera', height: 90 },
    { participantId: 'bob', source: 'camera', height: 300 },
    { participantId: 'bob', source: 'screen', height: 80 },
  ] as const;
  const received = Object.keys(plan({ room: three, shown, limit: 2 })).filter((id) => !id.endsWith('microphone'));
  assert.equal(received, ['bob screen', 'bob camera']);
});

test.run();
