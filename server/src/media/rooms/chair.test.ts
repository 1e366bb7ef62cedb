import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Role } from '@concertation/shared/access';
import { seededRandom } from '../../../test/faults/random.ts';
import { newId } from '../../lib/index.ts';
import { CallRoom } from './call-room.ts';
import { chairOf } from './chair.ts';
import { newSeat, type Seat } from './seat.ts';

const boardRoles = ['coordinator', 'delegate', 'secretary', 'member', 'guest'] as const;

/** Numbers that a seed decides, so that a failure can be seen again. */
function numbersFrom(seed: number): (below: number) => number {
  const random = seededRandom(seed);
  return (below) => Math.floor(random() * below);
}

const seatOf = (roles: Role[]): Seat =>
  newSeat(newId(), { accountId: newId(), sessionId: newId(), name: 'Dr', specialty: '', guestOf: null }, roles);

/** The rule in other words: of those connected, whoever no other goes before. */
function oracle(arrivals: readonly Seat[]): Seat | null {
  const connected = arrivals.filter((seat) => seat.connected && seat.roles.some((role) => role !== 'guest'));
  for (const role of ['coordinator', 'delegate', 'secretary'] as const) {
    const first = connected.find((seat) => seat.roles.includes(role));
    if (first) return first;
  }
  return connected[0] ?? null;
}

// CM-31, MED-27
test('the chair passes as the rule says through 200 random calls', () => {
  for (let seed = 1; seed <= 200; seed += 1) {
    const number = numbersFrom(seed);
    const room = new CallRoom(false);
    const arrivals: Seat[] = [];
    for (let step = 0; step < 40; step += 1) {
      const some = arrivals[number(Math.max(1, arrivals.length))];
      const act = number(5);
      if (act <= 1 || !some) {
        const roles = [boardRoles[number(5)], boardRoles[number(5)]] as Role[];
        const seat = seatOf(roles.slice(0, 1 + number(2)));
        room.enter(seat);
        arrivals.push(seat);
      } else if (act === 2) {
        room.leave(some);
        arrivals.splice(arrivals.indexOf(some), 1);
      } else if (act === 3) some.connected = !some.connected;
      else some.roles = [boardRoles[number(5)] as Role];
      const expected = oracle(arrivals);
      assert.is(room.chair, expected, `seed ${seed}, step ${step}`);
      assert.is(room.state(false).chairId, expected?.participantId ?? null);
      for (const seat of arrivals) {
        const runs = seat.roles.some((role) => ['coordinator', 'delegate', 'secretary'].includes(role));
        assert.is(room.isModerator(seat), runs || seat === expected, `seed ${seed}, step ${step}`);
      }
    }
  }
});

// CM-31
test('a guest never holds the chair, even alone', () => {
  assert.is(chairOf([seatOf(['guest'])]), null);
  assert.is(chairOf([]), null);
});

test('a member who is also a guest is a member', () => {
  const seat = seatOf(['guest', 'member']);
  assert.is(chairOf([seatOf(['guest']), seat]), seat);
});

test.run();
