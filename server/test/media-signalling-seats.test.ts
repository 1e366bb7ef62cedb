import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { callDecisions } from '@concertation/schema';
import { type CallPerson, CallWorld } from './support/call-world.ts';
import { somebodyWaitsFor, whileTableWaits } from './support/while-table-waits.ts';
import { waitFor } from './support/wait-for.ts';

const seatKeptMs = 1_500;
let world: CallWorld;
test.before(async () => {
  world = await CallWorld.open({ seatKeptMs, beatMs: 2_000 }, { CALL_PARTICIPANTS: '3' });
});
test.after.each(() => world?.hangUp());
test.after(() => world?.stop());

const microphone = { source: 'microphone', rtpParameters: { codecs: [{}] } };
const has = (count: number) => (room: { participants: unknown[] }) => room.participants.length === count;

// MED-32
test('a seat is kept while the connection is lost, and taken back with its transports', async () => {
  const meetingId = await world.meeting();
  const { client: coordinator } = await world.inside(meetingId, 'coordinator');
  const { client: member, seat } = await world.inside(meetingId, 'member');
  const { producerId } = await member.ask('produce', microphone);
  await member.ask('raiseHand', { raised: true });
  member.cut();
  await coordinator.sees(({ participants }) => participants[1]?.connected === false, 'the loss is shown');
  const back = await world.client('member');
  const joined = await back.join(meetingId, { seat });
  assert.equal([joined.resumed, joined.participantId, joined.transports], [true, seat, null]);
  assert.is(joined.room.participants[1]?.sources.microphone?.producerId, producerId, 'it never stopped sending');
  assert.ok(joined.room.participants[1]?.handRaisedAt);
  await back.ask('pauseSource', { source: 'microphone', paused: true });
  await coordinator.sees(({ participants }) => participants[1]?.connected === true, 'the return is shown');
});

/** Somebody asks to come in, and their connection is lost while the server reads whether they may. */
async function loseWhileJoining(who: CallPerson, meetingId: string, seat?: string): Promise<void> {
  const client = await world.client(who);
  // What ends with the socket tells when the server has noticed.
  await client.ask('probe', { path: 'udp' });
  await whileTableWaits(world.server, callDecisions, 'touched', async () => {
    void client.request('join', { meetingId, ...(seat ? { seat } : {}) });
    await somebodyWaitsFor(world.server, callDecisions);
    client.cut();
    await waitFor(() => world.engine.probes.size === 0, 'the loss is noticed');
  });
}

// MED-32
test('a connection lost while it takes its seat back leaves nobody in it', async () => {
  const meetingId = await world.meeting();
  const { client: coordinator } = await world.inside(meetingId, 'coordinator');
  const { client: member, seat } = await world.inside(meetingId, 'member');
  member.cut();
  await coordinator.sees(({ participants }) => participants[1]?.connected === false, 'the loss is shown');
  await loseWhileJoining('member', meetingId, seat);
  // Joins are served one after the other: this one comes in after the end of that.
  await world.inside(meetingId, 'other');
  assert.not(world.server.services.calls.inside(meetingId).some(({ accountId }) => accountId === world.id('member')));
  await coordinator.sees(
    ({ participants }) =>
      participants.map(({ accountId }) => accountId).join() ===
      ['coordinator', 'other'].map((who) => world.id(who as CallPerson)).join(),
    'the seat is given up',
  );
});

// MED-25, MED-32
test('a guest whose connection is lost while they ask does not wait, and the call ends without them', async () => {
  const meetingId = await world.meeting();
  const { client: coordinator } = await world.inside(meetingId, 'coordinator');
  const { room } = world.engine;
  await loseWhileJoining('guest', meetingId);
  await world.inside(meetingId, 'member');
  assert.equal((await coordinator.sees(has(2), 'the next one is inside')).waiting, []);
  world.hangUp();
  await waitFor(() => !world.engine.rooms.has(room), 'the media is released');
});

// MED-32
test('renewed, the seat keeps its hand and gets new transports', async () => {
  const meetingId = await world.meeting();
  const { client: member, seat } = await world.inside(meetingId, 'member');
  await member.ask('produce', microphone);
  await member.ask('raiseHand', { raised: true });
  const before = world.engine.room.seats.size;
  const joined = await member.join(meetingId, { seat, renew: true });
  assert.equal([joined.resumed, joined.participantId], [false, seat]);
  assert.ok(joined.transports);
  assert.equal(joined.room.participants[0]?.sources, {});
  assert.ok(joined.room.participants[0]?.handRaisedAt);
  assert.is(world.engine.room.seats.size, before, 'the media of before is released');
});

// MED-32
test('nobody takes back a seat that is not theirs', async () => {
  const meetingId = await world.meeting();
  const { client: member, seat } = await world.inside(meetingId, 'member');
  const other = await world.client('other');
  const joined = await other.join(meetingId, { seat });
  assert.is(joined.resumed, false);
  assert.is.not(joined.participantId, seat);
  await member.ask('raiseHand', { raised: true });
  assert.is(member.closed, null);
});

// MED-32
test('a seat that nobody comes back to is given up, and an empty call lets go of its media', async () => {
  const meetingId = await world.meeting();
  const { client: coordinator } = await world.inside(meetingId, 'coordinator');
  const { client: member, seat } = await world.inside(meetingId, 'member');
  const { room } = world.engine;
  await coordinator.sees(has(2), 'both inside');
  member.cut();
  await coordinator.sees(has(1), 'the seat is given up');
  assert.is(room.seats.size, 1);
  const back = await world.client('member');
  const joined = await back.join(meetingId, { seat });
  assert.is(joined.resumed, false);
  assert.is.not(joined.participantId, seat);
  await Promise.all([back.ask('leave'), coordinator.ask('leave')]);
  await waitFor(() => !world.engine.rooms.has(room), 'the media is released');
  assert.equal(world.server.services.calls.inside(meetingId), []);
});

// MED-32
test('one seat for an account: the second place replaces the first', async () => {
  const meetingId = await world.meeting();
  const { client: first, seat } = await world.inside(meetingId, 'member');
  const { client: second, seat: newSeat } = await world.inside(meetingId, 'member');
  assert.equal(await first.ended(), { reason: 'replaced', code: 4403 });
  assert.is.not(newSeat, seat);
  assert.is((await second.sees(has(1), 'one seat')).participants[0]?.participantId, newSeat);
  assert.is(world.engine.room.seats.size, 1);
});

// MED-32: ten at once, whatever order they are served in
test('one account joining from ten places at once ends with one seat', async () => {
  const meetingId = await world.meeting();
  const { opened } = world.engine;
  const clients = await Promise.all(Array.from({ length: 10 }, () => world.client('member')));
  await Promise.all(clients.map((client) => client.request('join', { meetingId })));
  await waitFor(() => clients.filter(({ closed }) => closed === null).length === 1, 'nine are replaced');
  assert.is(world.engine.opened, opened + 1);
  assert.is(world.engine.room.seats.size, 1);
});

// CM-31, MED-27
test('the chair passes on when its holder’s connection is lost, and comes back with them', async () => {
  const meetingId = await world.meeting();
  const { client: member, seat: memberSeat } = await world.inside(meetingId, 'member');
  assert.is((await member.sees(has(1), 'alone')).chairId, memberSeat);
  const { client: secretary, seat: secretarySeat } = await world.inside(meetingId, 'secretary');
  const { client: coordinator, seat: coordinatorSeat } = await world.inside(meetingId, 'coordinator');
  await member.sees(({ chairId }) => chairId === coordinatorSeat, 'the coordinator presides');
  assert.is(await member.refusal('lock', { locked: true }), 'forbidden');
  coordinator.cut();
  await member.sees(({ chairId }) => chairId === secretarySeat, 'the secretary presides');
  const back = await world.client('coordinator');
  await back.join(meetingId, { seat: coordinatorSeat });
  await member.sees(({ chairId }) => chairId === coordinatorSeat, 'the coordinator presides again');
  await Promise.all([back.ask('leave'), secretary.ask('leave')]);
  await member.sees((room) => has(1)(room) && room.chairId === memberSeat, 'the member presides');
  await member.ask('lock', { locked: true });
  await member.ask('lock', { locked: false });
});

// MED-21
test('a network that went away without a word is noticed', async () => {
  const meetingId = await world.meeting();
  const { client: member } = await world.inside(meetingId, 'member');
  const { client: coordinator } = await world.inside(meetingId, 'coordinator');
  coordinator.freeze();
  await member.sees(({ participants }) => participants[1]?.connected === false, 'the silence is noticed');
});

// MED-24
test('a call that is full says so, and takes the next one when somebody leaves', async () => {
  const meetingId = await world.meeting();
  await world.inside(meetingId, 'coordinator');
  await world.inside(meetingId, 'secretary');
  const { client: member } = await world.inside(meetingId, 'member');
  const other = await world.client('other');
  assert.is(await other.refusal('join', { meetingId }), 'call_full');
  await world.inside(meetingId, 'secretary');
  await member.ask('leave');
  await other.join(meetingId);
});

// MED-35
test('when the worker dies the room, the hands and the chat stay, and everybody is told to join again', async () => {
  const meetingId = await world.meeting();
  const { client: coordinator, seat: coordinatorSeat } = await world.inside(meetingId, 'coordinator');
  const { client: member, seat } = await world.inside(meetingId, 'member');
  await member.ask('produce', microphone);
  await member.ask('sendChat', { text: 'avant' });
  await member.ask('raiseHand', { raised: true });
  const { opened } = world.engine;
  world.engine.room.lose();
  assert.is(await member.refusal('produce', microphone), 'call_unavailable');
  await Promise.all([member.told('rebuild'), coordinator.told('rebuild')]);
  const [again] = await Promise.all([
    member.join(meetingId, { seat }),
    coordinator.join(meetingId, { seat: coordinatorSeat }),
  ]);
  assert.equal([again.resumed, again.participantId], [false, seat]);
  assert.ok(again.transports);
  const mine = again.room.participants.find(({ participantId }) => participantId === seat);
  assert.ok(mine?.handRaisedAt);
  assert.equal(mine.sources, {});
  assert.equal(
    again.chat.map(({ text }) => text),
    ['avant'],
  );
  await member.ask('produce', microphone);
  assert.is(world.engine.opened, opened + 1);
  assert.is(world.engine.room.seats.size, 2);
  assert.is(coordinator.count('ended'), 0);
});

// MED-35
test('while no worker lives people wait in their seats, and are told when one does', async () => {
  const meetingId = await world.meeting();
  const { client: member, seat } = await world.inside(meetingId, 'member');
  world.engine.current = { state: 'preparing', step: 'redémarrage', percent: null };
  world.engine.room.lose();
  assert.is(await member.refusal('join', { meetingId, seat }), 'call_unavailable');
  assert.is(member.count('rebuild'), 0);
  await member.ask('sendChat', { text: 'On attend' });
  world.engine.current = { state: 'ready' };
  await member.told('rebuild');
  assert.is((await member.join(meetingId, { seat })).participantId, seat);
});

test('who goes to another meeting leaves this one', async () => {
  const [one, two] = [await world.meeting(), await world.meeting()];
  const { client: member } = await world.inside(one, 'member');
  const { client: coordinator } = await world.inside(one, 'coordinator');
  await coordinator.sees(has(2), 'both inside');
  await member.join(two);
  await coordinator.sees(has(1), 'the member left');
  assert.is(member.closed, null);
});

test.run();
