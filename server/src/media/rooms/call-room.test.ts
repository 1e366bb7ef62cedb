import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { roomState } from '@concertation/shared/contracts';
import type { Role } from '@concertation/shared/access';
import type { Principal } from '../../access/index.ts';
import { newId } from '../../lib/index.ts';
import { CallRoom } from './call-room.ts';
import { newSeat } from './seat.ts';

const somebody = (name: string): Principal => ({
  accountId: newId(),
  sessionId: newId(),
  name,
  specialty: 'Oncologie',
  guestOf: null,
});
const seatOf = (name: string, role: Role) => newSeat(newId(), somebody(name), [role]);

test('what is told is what the contract says, in the order of arrival', () => {
  const room = new CallRoom(true);
  const [member, guest] = [seatOf('Dr A', 'member'), seatOf('Mme B', 'guest')];
  room.enter(member);
  room.enter(guest);
  member.handRaisedAt = new Date();
  member.sources.set('microphone', { producerId: crypto.randomUUID(), paused: true });
  const state = roomState.parse(room.state(true));
  assert.equal(
    state.participants.map(({ name, standing }) => [name, standing]),
    [
      ['Dr A', 'member'],
      ['Mme B', 'guest'],
    ],
  );
  assert.is(state.locked, true);
  assert.is(state.chairId, member.participantId);
  assert.is(state.participants[0]?.sources.microphone?.paused, true);
});

test('who waits is told to those alone who may admit, and waits once', () => {
  const room = new CallRoom(false);
  const guest = somebody('Mme B');
  room.wait(guest);
  const since = room.state(true).waiting[0]?.since;
  room.wait(guest);
  assert.is(room.state(true).waiting.length, 1);
  assert.is(room.state(true).waiting[0]?.since, since);
  assert.equal(room.state(false).waiting, []);
  assert.not(room.isEmpty);
  room.enter(newSeat(newId(), guest, ['guest']));
  assert.equal(room.state(true).waiting, []);
});

// OO-04
test('the screen is free again when its holder leaves, and only then', () => {
  const room = new CallRoom(false);
  const [one, two] = [seatOf('Dr A', 'member'), seatOf('Dr B', 'member')];
  room.enter(one);
  room.enter(two);
  room.screenHeldBy = one;
  room.leave(two);
  assert.is(room.screenHeldBy, one);
  room.leave(one);
  assert.is(room.screenHeldBy, null);
  assert.ok(room.isEmpty);
});

test('the chat keeps its latest 200 lines', () => {
  const { chat } = new CallRoom(false);
  const author = somebody('Dr A');
  const first = chat.add(author, 'ligne 0');
  for (let line = 1; line <= 200; line += 1) chat.add(author, `ligne ${line}`);
  assert.is(chat.lines.length, 200);
  assert.is(chat.lines[0]?.text, 'ligne 1');
  assert.is(chat.line(first.lineId), undefined);
});

test.run();
