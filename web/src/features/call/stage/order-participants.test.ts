import type { Participant } from '@concertation/shared/contracts';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { somebody as seat } from '../somebody.ts';
import { cutFaces, mainSeat, orderByHand, orderFaces, whoShares } from './order-participants.ts';

const ids = (seats: readonly Participant[]) => seats.map(({ participantId }) => participantId).join(' ');
const camera = { sources: { camera: { producerId: 'x', paused: false } } };
const people = [seat('me'), seat('ana'), seat('bob', camera), seat('eve')];

test('who speaks comes first, then cameras, then arrivals; I come last', () => {
  assert.is(ids(orderFaces(people, [], 'me')), 'bob ana eve me');
  assert.is(ids(orderFaces(people, ['eve', 'ana'], 'me')), 'eve ana bob me');
});

test('when places lack, my face stays and the others are counted', () => {
  const ordered = orderFaces(people, ['eve'], 'me');
  const { faces, hidden } = cutFaces(ordered, 3, 'me');
  assert.is(ids(faces), 'eve bob me');
  assert.is(hidden, 1);
  assert.is(ids(cutFaces(ordered, 1, 'me').faces), 'eve');
  assert.is(cutFaces(ordered, 9, 'me').hidden, 0);
});

test('the stage shows who speaks, then the chair, and never me unless I am alone', () => {
  assert.is(mainSeat(people, ['me', 'eve'], 'ana', 'me')?.participantId, 'eve');
  assert.is(mainSeat(people, [], 'ana', 'me')?.participantId, 'ana');
  assert.is(mainSeat(people, [], 'me', 'me')?.participantId, 'ana');
  assert.is(mainSeat([seat('me')], [], 'me', 'me')?.participantId, 'me');
  assert.is(mainSeat([], [], null, 'me'), null);
});

test('hands come first in the list, the longest raised at the head; then names', () => {
  const list = [
    seat('zoé'),
    seat('ana'),
    seat('late', { handRaisedAt: '2026-11-21T10:02:00.000Z' }),
    seat('early', { handRaisedAt: '2026-11-21T10:01:00.000Z' }),
  ];
  assert.is(ids(orderByHand(list)), 'early late ana zoé');
});

test('one screen at a time, whoever shares it', () => {
  assert.is(whoShares(people), null);
  const sharing = seat('ana', { sources: { screen: { producerId: 'x', paused: false } } });
  assert.is(whoShares([seat('me'), sharing])?.participantId, 'ana');
});

test.run();
