import { eq } from 'drizzle-orm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { attendances, callDecisions, calls, meetings } from '@concertation/schema';
import { sectionPlainText, readSection, readState } from '../src/documents/index.ts';
import { documentName } from '@concertation/shared/domain';
import { decideAdmission } from '../src/calls/index.ts';
import { auditTrail } from './support/audit-trail.ts';
import { CallWorld } from './support/call-world.ts';
import type { MediaClient } from './support/media-client.ts';
import { waitFor } from './support/wait-for.ts';
import { somebodyWaitsFor, whileTableWaits } from './support/while-table-waits.ts';

let world: CallWorld;
test.before(async () => {
  world = await CallWorld.open();
});
test.after.each(() => world?.hangUp());
test.after(() => world?.stop());

const db = () => world.server.services.database.db;
const rtpParameters = { codecs: [{ mimeType: 'audio/opus' }] };
const microphone = { source: 'microphone', rtpParameters };
const screen = { source: 'screen', rtpParameters };
const has = (count: number) => (room: { participants: unknown[] }) => room.participants.length === count;

async function waitingGuest(meetingId: string): Promise<MediaClient> {
  const guest = await world.client('guest');
  assert.equal(await guest.ask('join', { meetingId }), { state: 'waiting' });
  return guest;
}

// SC-79, MED-20
test('who comes in is told of everybody, and everybody of who comes in', async () => {
  const meetingId = await world.meeting();
  const member = await world.client('member');
  const joined = await member.join(meetingId);
  assert.is(joined.resumed, false);
  assert.ok(joined.transports);
  assert.equal(
    joined.room.participants.map(({ accountId, name, specialty, standing }) => ({
      accountId,
      name,
      specialty,
      standing,
    })),
    [{ accountId: world.id('member'), name: 'Dr Claude MEMBER', specialty: 'Oncologie', standing: 'member' }],
  );
  await world.inside(meetingId, 'coordinator');
  const room = await member.sees(has(2), 'both inside');
  assert.is(room.participants[1]?.standing, 'moderator');
  assert.equal(
    world.server.services.calls.inside(meetingId).map(({ accountId }) => accountId),
    [world.id('member'), world.id('coordinator')],
  );
});

// MED-24
test('a call is not for who may not read the meeting, nor for a meeting that meets elsewhere or is over', async () => {
  const stranger = await world.client('stranger');
  assert.is(await stranger.refusal('join', { meetingId: await world.meeting() }), 'not_found');
  const member = await world.client('member');
  assert.is(await member.refusal('join', { meetingId: crypto.randomUUID() }), 'not_found');
  assert.is(await member.refusal('join', { meetingId: await world.meeting('link') }), 'wrong_state');
  assert.is(await member.refusal('join', { meetingId: await world.meeting('product', 'closed') }), 'call_over');
  assert.is(await member.refusal('join', { meetingId: await world.meeting('product', 'cancelled') }), 'call_over');
});

// MED-24
test('without an engine there is no call, and it is said', async () => {
  const meetingId = await world.meeting();
  const member = await world.client('member');
  world.engine.current = { state: 'unavailable', reason: 'essai' };
  try {
    assert.is(await member.refusal('join', { meetingId }), 'call_unavailable');
    assert.equal(world.server.services.calls.engine(), { state: 'unavailable', reason: 'essai' });
  } finally {
    world.engine.current = { state: 'ready' };
  }
  await member.join(meetingId);
});

// CM-08, MED-25
test('a guest waits until admitted, is not asked twice, and only moderators see who waits', async () => {
  const meetingId = await world.meeting();
  const { client: secretary } = await world.inside(meetingId, 'secretary');
  const { client: member } = await world.inside(meetingId, 'member');
  const guest = await waitingGuest(meetingId);
  const { waiting } = await secretary.sees(({ waiting: asked }) => asked.length === 1, 'the guest asks');
  assert.is(waiting[0]?.accountId, world.id('guest'));
  assert.equal(member.room?.waiting, []);
  assert.is(await guest.refusal('sendChat', { text: 'bonjour' }), 'forbidden');
  await secretary.ask('admit', { accountId: world.id('guest'), admitted: true });
  await guest.told('admitted');
  assert.is((await guest.join(meetingId)).room.participants.at(-1)?.standing, 'guest');
  await secretary.sees(has(3), 'the guest is inside');
  await guest.ask('leave');
  await guest.join(meetingId);
  const [row] = await db().select().from(callDecisions).where(eq(callDecisions.meetingId, meetingId));
  assert.is(row?.decision, 'admitted');
  assert.is(row?.decidedBy, world.id('secretary'));
  assert.is(await secretary.refusal('admit', { accountId: world.id('guest'), admitted: true }), 'not_found');
});

// MED-25
test('a guest turned away stays away', async () => {
  const meetingId = await world.meeting();
  const { client: coordinator } = await world.inside(meetingId, 'coordinator');
  const guest = await waitingGuest(meetingId);
  await coordinator.ask('admit', { accountId: world.id('guest'), admitted: false });
  assert.equal(await guest.ended(), { reason: 'removed', code: 4403 });
  const again = await world.client('guest');
  assert.is(await again.refusal('join', { meetingId }), 'call_removed');
});

// MED-25, MED-26
test('a guest turned away while somebody else lets them in is out, and stays out', async () => {
  const meetingId = await world.meeting();
  const { client: coordinator } = await world.inside(meetingId, 'coordinator');
  const guest = await waitingGuest(meetingId);
  const away = { accountId: world.id('guest'), admitted: false };
  await whileTableWaits(world.server, callDecisions, 'written', async () => {
    void coordinator.request('admit', away);
    await somebodyWaitsFor(world.server, callDecisions);
    await world.give(meetingId, 'guest', 'member');
    await guest.told('admitted');
    await guest.join(meetingId);
  });
  assert.equal(await guest.ended(), { reason: 'removed', code: 4403 });
  await coordinator.sees(has(1), 'the guest is out');
  assert.is(await (await world.client('guest')).refusal('join', { meetingId }), 'call_removed');
});

// MED-26
test('who is removed is out, and stays out; who runs the meeting cannot be', async () => {
  const meetingId = await world.meeting();
  const { client: coordinator, seat } = await world.inside(meetingId, 'coordinator');
  const { client: secretary } = await world.inside(meetingId, 'secretary');
  const { client: member, seat: memberSeat } = await world.inside(meetingId, 'member');
  assert.is(await secretary.refusal('remove', { participantId: seat }), 'forbidden');
  assert.is(await secretary.refusal('remove', { participantId: crypto.randomUUID() }), 'not_found');
  await secretary.ask('remove', { participantId: memberSeat });
  assert.equal(await member.ended(), { reason: 'removed', code: 4403 });
  await coordinator.sees(has(2), 'the member is out');
  const again = await world.client('member');
  assert.is(await again.refusal('join', { meetingId, seat: memberSeat }), 'call_removed');
  const trail = await auditTrail(world.server);
  assert.ok(
    trail.some(({ kind, subject }) => kind === 'call.decided' && subject === `meeting:${meetingId}`),
    'the removal is recorded',
  );
});

// MED-26: a removal decided elsewhere counts at the next join
test('a decision is a fact, not a memory of the process', async () => {
  const meetingId = await world.meeting();
  const { name } = world.people.coordinator;
  const principal = { ...world.people.coordinator, name, specialty: '', guestOf: null };
  const decided = { meetingId, accountId: world.id('member'), decision: 'removed' } as const;
  await decideAdmission(world.server.services, principal, decided);
  const member = await world.client('member');
  assert.is(await member.refusal('join', { meetingId }), 'call_removed');
});

// MED-24
test('a locked call takes in those alone who run it, who hold a seat, or whom it admitted', async () => {
  const meetingId = await world.meeting();
  const { client: coordinator } = await world.inside(meetingId, 'coordinator');
  const { client: member, seat } = await world.inside(meetingId, 'member');
  const guest = await waitingGuest(meetingId);
  await coordinator.ask('lock', { locked: true });
  await member.sees(({ locked }) => locked, 'told that it is locked');
  const other = await world.client('other');
  assert.is(await other.refusal('join', { meetingId }), 'call_locked');
  await world.inside(meetingId, 'secretary');
  member.cut();
  const back = await world.client('member');
  assert.is((await back.join(meetingId, { seat })).resumed, true);
  await coordinator.ask('admit', { accountId: world.id('guest'), admitted: true });
  await guest.told('admitted');
  await guest.join(meetingId);
  const [row] = await db().select().from(calls).where(eq(calls.meetingId, meetingId));
  assert.ok(row?.lockedAt);
  await coordinator.ask('lock', { locked: false });
  await other.join(meetingId);
});

// OO-04, SA-135, MED-29
test('one screen at a time, unless a moderator takes over', async () => {
  const meetingId = await world.meeting();
  const { client: coordinator } = await world.inside(meetingId, 'coordinator');
  const { client: member } = await world.inside(meetingId, 'member');
  const { client: other } = await world.inside(meetingId, 'other');
  const both = await Promise.all([member.request('produce', screen), other.request('produce', screen)]);
  assert.equal(both.map(({ error }) => error ?? 'shared').toSorted(), ['screen_taken', 'shared']);
  assert.is(await other.refusal('produce', { ...screen, takeOver: true }), 'screen_taken');
  await coordinator.ask('produce', { ...screen, takeOver: true });
  const sharing = (accountId: string) => member.participant(accountId)?.sources.screen !== undefined;
  await waitFor(
    () => sharing(world.id('coordinator')) && !sharing(world.id('member')) && !sharing(world.id('other')),
    'the coordinator alone shares',
  );
  await coordinator.ask('stopScreen');
  await waitFor(() => !sharing(world.id('coordinator')), 'nobody shares');
  await member.ask('produce', screen);
  assert.is(await other.refusal('produce', screen), 'screen_taken');
  await member.ask('closeSource', { source: 'screen' });
  await other.ask('produce', screen);
});

// SA-137, MED-28
test('a moderator mutes, and only the owner unmutes', async () => {
  const meetingId = await world.meeting();
  const { client: coordinator } = await world.inside(meetingId, 'coordinator');
  const { client: member, seat } = await world.inside(meetingId, 'member');
  const { client: other } = await world.inside(meetingId, 'other');
  const { producerId } = await member.ask('produce', microphone);
  await other.ask('produce', microphone);
  await coordinator.ask('mute', { participantId: seat });
  await member.told('muted');
  assert.is(other.count('muted'), 0);
  assert.is(world.engine.seatSending(producerId)?.producers.get('microphone')?.paused, true);
  await waitFor(() => other.participant(world.id('member'))?.sources.microphone?.paused === true, 'shown as muted');
  await member.ask('pauseSource', { source: 'microphone', paused: false });
  assert.is(world.engine.seatSending(producerId)?.producers.get('microphone')?.paused, false);
  await coordinator.ask('mute', { participantId: null });
  await waitFor(() => member.count('muted') === 2 && other.count('muted') === 1, 'everybody else is muted');
  assert.is(coordinator.count('muted'), 0);
});

// MED-30
test('hands are raised in turn and lowered by who gives the floor', async () => {
  const meetingId = await world.meeting();
  const { client: coordinator } = await world.inside(meetingId, 'coordinator');
  const { client: member, seat } = await world.inside(meetingId, 'member');
  await member.ask('raiseHand', { raised: true });
  const raised = (client: MediaClient) => client.participant(world.id('member'))?.handRaisedAt;
  await waitFor(() => typeof raised(coordinator) === 'string', 'the hand is seen');
  const since = raised(coordinator);
  await member.ask('raiseHand', { raised: true });
  await member.ask('reportQuality', { quality: 'poor' });
  await waitFor(() => coordinator.participant(world.id('member'))?.quality === 'poor', 'the quality is seen');
  assert.is(raised(coordinator), since, 'it keeps its turn');
  await coordinator.ask('lowerHand', { participantId: seat });
  await waitFor(() => raised(member) === null, 'it is lowered');
});

// MED-30, SC-81
test('the chat reaches everybody, and one line is kept in the meeting’s notes', async () => {
  const meetingId = await world.meeting();
  const { client: secretary } = await world.inside(meetingId, 'secretary');
  const { client: member } = await world.inside(meetingId, 'member');
  const { lineId } = await member.ask('sendChat', { text: ' Voir  le scanner\nde mardi ' });
  await member.ask('sendChat', { text: 'À oublier' });
  await waitFor(() => secretary.chat.length === 2, 'both lines are read');
  await secretary.ask('keepChatLine', { lineId });
  await secretary.ask('keepChatLine', { lineId });
  assert.is((await member.told('chat_kept')).lineId, lineId);
  assert.is(await secretary.refusal('keepChatLine', { lineId: crypto.randomUUID() }), 'not_found');
  const { state } = await readState(db(), documentName('meeting', meetingId));
  const notes = sectionPlainText(readSection(state, 'notes'));
  assert.match(notes, /Dr Claude MEMBER \(\d\d:\d\d\) : Voir le scanner de mardi$/);
  assert.is(notes.split('Voir').length, 2, 'once');
  const late = await world.client('other');
  assert.equal(
    (await late.join(meetingId)).chat.map(({ text, kept }) => [text, kept]),
    [
      ['Voir  le scanner\nde mardi', true],
      ['À oublier', false],
    ],
  );
});

// MED-30: whatever becomes of what follows
test('a line that is in the notes is kept, and not written there a second time', async () => {
  const meetingId = await world.meeting();
  const { client: secretary } = await world.inside(meetingId, 'secretary');
  const { lineId } = await secretary.ask('sendChat', { text: 'Voir le scanner' });
  const { audit } = world.server.services;
  const record = audit.record.bind(audit);
  audit.record = () => Promise.reject(new Error('the audit is away'));
  try {
    assert.is(await secretary.refusal('keepChatLine', { lineId }), 'unexpected');
  } finally {
    audit.record = record;
  }
  await secretary.told('chat_kept');
  await secretary.ask('keepChatLine', { lineId });
  const { state } = await readState(db(), documentName('meeting', meetingId));
  assert.is(sectionPlainText(readSection(state, 'notes')).split('scanner').length, 2, 'once');
});

// MED-30: the chair of last resort moderates, and writes nothing that their rights do not let them write
test('a member who holds the chair cannot write the meeting’s notes', async () => {
  const meetingId = await world.meeting();
  const { client: member } = await world.inside(meetingId, 'member');
  const { lineId } = await member.ask('sendChat', { text: 'Seul' });
  assert.is(await member.refusal('keepChatLine', { lineId }), 'forbidden');
  assert.not(member.events.some(({ event }) => event === 'chat_kept'));
});

// OO-40, MED-31
test('a pointer is relayed to the others while a screen is shared', async () => {
  const meetingId = await world.meeting();
  const { client: coordinator, seat } = await world.inside(meetingId, 'coordinator');
  const { client: member } = await world.inside(meetingId, 'member');
  await coordinator.ask('point', { at: { x: 0.5, y: 0.5 } });
  await member.ask('produce', screen);
  await Promise.all(Array.from({ length: 50 }, () => coordinator.ask('point', { at: { x: 0.25, y: 1 } })));
  assert.equal(await member.told('pointer'), { event: 'pointer', participantId: seat, at: { x: 0.25, y: 1 } });
  await coordinator.ask('point', { at: null });
  await waitFor(() => member.events.some((told) => told.event === 'pointer' && told.at === null), 'it is put away');
  assert.ok(member.count('pointer') <= 30, `${member.count('pointer')} relayed`);
  assert.is(coordinator.count('pointer'), 0);
});

// MED-31
test('« Je n’entends pas » reaches the chair alone, without a name, once in ten seconds', async () => {
  const meetingId = await world.meeting();
  const { client: secretary } = await world.inside(meetingId, 'secretary');
  const { client: coordinator } = await world.inside(meetingId, 'coordinator');
  const { client: member } = await world.inside(meetingId, 'member');
  await member.ask('cannotHear');
  await member.ask('cannotHear');
  assert.equal(await coordinator.told('cannot_hear'), { event: 'cannot_hear' });
  await coordinator.ask('cannotHear');
  await secretary.told('cannot_hear');
  await member.ask('reportQuality', { quality: 'good' });
  await coordinator.sees(({ participants }) => participants.some(({ quality }) => quality === 'good'), 'what follows');
  assert.is(coordinator.count('cannot_hear'), 1);
  assert.is(secretary.count('cannot_hear'), 1);
  assert.is(member.count('cannot_hear'), 0);
});

test('who speaks is told by seat', async () => {
  const meetingId = await world.meeting();
  const { client: member, seat } = await world.inside(meetingId, 'member');
  const { producerId } = await member.ask('produce', microphone);
  const room = [...world.engine.rooms].find((one) =>
    [...one.seats].some((sat) => sat === world.engine.seatSending(producerId)),
  );
  room?.speaks(world.engine.seatSending(producerId) ?? null);
  assert.is((await member.told('speaker')).participantId, seat);
  room?.speaks(null);
  await waitFor(() => member.events.some((told) => told.event === 'speaker' && !told.participantId), 'silence');
});

// MED-33
test('who is inside attends; who waits does not; who hangs up leaves', async () => {
  const meetingId = await world.meeting();
  const { client: member } = await world.inside(meetingId, 'member');
  await waitingGuest(meetingId);
  const lines = () => db().select().from(attendances).where(eq(attendances.meetingId, meetingId));
  await waitFor(async () => (await lines()).length === 1, 'one attendance');
  assert.is((await lines())[0]?.accountId, world.id('member'));
  assert.is((await lines())[0]?.leftAt, null);
  await member.ask('leave');
  await waitFor(async () => (await lines())[0]?.leftAt !== null, 'the departure', 30_000);
  assert.is((await lines()).length, 1);
});

// MED-24
test('those inside when the meeting is closed finish their sentence; nobody else comes in', async () => {
  const meetingId = await world.meeting();
  const { client: member, seat } = await world.inside(meetingId, 'member');
  await db().update(meetings).set({ state: 'closed' }).where(eq(meetings.id, meetingId));
  await member.ask('sendChat', { text: 'Merci à tous' });
  const other = await world.client('other');
  assert.is(await other.refusal('join', { meetingId }), 'call_over');
  member.cut();
  assert.is((await (await world.client('member')).join(meetingId, { seat })).resumed, true);
});

// SC-82, MED-34
test('a connection test needs no call, and leaves no transport', async () => {
  const stranger = await world.client('stranger');
  const udp = await stranger.ask('probe', { path: 'udp' });
  const tcp = await stranger.ask('probe', { path: 'tcp' });
  assert.is(world.engine.probes.size, 1, 'the one before is closed');
  assert.equal(tcp.iceServers, []);
  const dtlsParameters = { fingerprints: [{ algorithm: 'sha-256', value: Array(32).fill('AB').join(':') }] };
  await stranger.ask('connectTransport', { transportId: tcp.transport?.id, dtlsParameters });
  const gone = { transportId: udp.transport?.id, dtlsParameters };
  assert.is(await stranger.refusal('connectTransport', gone), 'forbidden');
  assert.is((await stranger.ask('probe', { path: 'relay' })).transport, null);
  await stranger.ask('probe', { path: 'udp' });
  stranger.cut();
  await waitFor(() => world.engine.probes.size === 0, 'the transport is closed with the socket');
});

test.run();
