import type { CallEnd, MediaEvent, Participant, RoomState } from '@concertation/shared/contracts';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { SignallingRefusal } from '../../../signalling/index.ts';
import { CallSession, type SessionNeeds } from './call-session.ts';
import { CallStore } from './call-store.ts';
import { FakeLink, fakeTrack, settled } from './media/fake-link.ts';
import type { Seat } from './media/media-link.ts';

type Answer = Record<string, unknown> | Error;
const code = (refusal: ConstructorParameters<typeof SignallingRefusal>[0]) => new SignallingRefusal(refusal);

const participant = (participantId: string, sources: Participant['sources'] = {}): Participant =>
  ({ participantId, sources, name: participantId }) as Participant;
const room = (participants: Participant[], chairId: string | null = null): RoomState => ({
  participants,
  waiting: [],
  chairId,
  locked: false,
});
const inside = (parts: Partial<Seat> = {}): Answer => ({
  state: 'inside',
  participantId: 'me',
  resumed: false,
  rtpCapabilities: {},
  iceServers: [],
  transports: { send: {}, receive: {} },
  room: room([participant('me')]),
  chat: [],
  ...parts,
});

/** A session whose server is the test: `joins` are its answers to the next requests `join`. */
function setUp(joins: Answer[], seat: string | null = null) {
  const store = new CallStore();
  const asked: string[] = [];
  const links: FakeLink[] = [];
  const overs: boolean[] = [];
  const waiting = new Set<() => void>();
  let hear: (event: MediaEvent) => void = () => undefined;
  let go: (state: 'open' | 'reconnecting') => void = () => undefined;
  const socket = {
    state: 'idle',
    closed: false,
    open: () => undefined,
    close: () => (socket.closed = true),
    whenOpen: () => new Promise<void>(() => undefined),
    onEvent: (listener: typeof hear) => (hear = listener),
    onState: (listener: typeof go) => (go = listener),
    ask: async (name: string, input: Record<string, unknown>) => {
      asked.push(name === 'join' ? `join ${String(input.seat)}${input.renew === true ? ' renew' : ''}` : name);
      if (name !== 'join') return null;
      const answer = joins.shift();
      if (answer instanceof Error) throw answer;
      return answer;
    },
  };
  store.change({ phase: 'joining', meetingId: 'meeting' });
  const session = new CallSession({
    store,
    socket: socket as unknown as SessionNeeds['socket'],
    meetingId: 'meeting',
    seat,
    openLink: async () => {
      const link = new FakeLink(`link${links.length + 1}`);
      links.push(link);
      return link;
    },
    loudspeaker: { play: (key) => asked.push(`play ${key}`), stop: (key) => asked.push(`stop ${key}`) },
    refused: () => undefined,
    sourceEnded: () => undefined,
    muted: () => store.change({ microphone: 'muted' }),
    seated: () => undefined,
    over: (refused) => overs.push(refused),
    hidden: () => false,
    later: (run) => {
      waiting.add(run);
      return () => void waiting.delete(run);
    },
  });
  void session.begin();
  const goes = async (state: 'open' | 'reconnecting') => {
    socket.state = state;
    go(state);
    await settled();
  };
  return {
    session,
    store,
    asked,
    links,
    overs,
    socket,
    phase: () => store.snapshot().phase,
    goes,
    tells: async (event: MediaEvent) => {
      hear(event);
      await settled();
    },
    elapse: async () => {
      const due = [...waiting];
      waiting.clear();
      for (const run of due) run();
      await settled();
    },
    /** The timers of the watches would keep the process. */
    end: () => session.leave(),
  };
}

// SC-79
test('inside, what was meant before is sent, and what others send is heard', async () => {
  const voice = { microphone: { producerId: 'p', paused: false } };
  const call = setUp([inside({ room: room([participant('me'), participant('ann', voice)]) })]);
  await call.session.media.publisher.mean('microphone', fakeTrack('m'));
  await call.goes('open');
  assert.is(call.phase(), 'inside');
  assert.ok(call.links[0]?.acts.includes('publish microphone'));
  assert.ok(call.asked.includes('play ann'));
  call.end();
  assert.equal([call.phase(), call.store.snapshot().end, call.links[0]?.closed], ['ended', 'hung_up', true]);
  assert.equal(call.overs, [false]);
  assert.ok(call.asked.includes('stop ann'));
  await settled();
  assert.ok(call.asked.includes('leave') && call.socket.closed);
});

test('a first refusal leaves the green room, with its reason', async () => {
  const call = setUp([code('call_locked')]);
  await call.goes('open');
  assert.equal([call.phase(), call.store.snapshot().error, call.overs], ['idle', 'call_locked', [true]]);
});

// CM-08
test('a guest waits at the door, and comes in once admitted', async () => {
  const call = setUp([{ state: 'waiting' }, inside()]);
  await call.goes('open');
  assert.is(call.phase(), 'waiting');
  await call.tells({ event: 'admitted' });
  assert.is(call.phase(), 'inside');
  call.end();
});

// SC-83
test('the socket lost and found: same seat, same transports, nothing sent twice', async () => {
  const call = setUp([inside(), inside({ resumed: true, transports: null })]);
  await call.goes('open');
  await call.goes('reconnecting');
  assert.is(call.phase(), 'reconnecting');
  assert.not(call.links[0]?.closed, 'sound goes on meanwhile');
  await call.goes('open');
  assert.equal([call.phase(), call.links.length], ['inside', 1]);
  assert.equal(
    call.asked.filter((name) => name.startsWith('join')),
    ['join null', 'join me'],
  );
  assert.equal(call.links[0]?.acts, [], 'a path that carries is left alone');
  call.end();
});

test('a path that died meanwhile is asked for again at once', async () => {
  const call = setUp([inside(), inside({ resumed: true, transports: null })]);
  await call.goes('open');
  await call.goes('reconnecting');
  call.links[0]?.goes('disconnected', 'connected');
  await call.goes('open');
  assert.equal(call.links[0]?.acts, ['restart']);
  call.end();
});

test('transports born in vain, or of a page loaded again, are renewed in the same seat', async () => {
  const call = setUp([inside(), inside()], 'me');
  await call.goes('open');
  assert.equal(call.asked, ['join me renew']);
  (call.links[0] as FakeLink).isBroken = true;
  await call.goes('reconnecting');
  await call.goes('open');
  assert.equal(call.asked, ['join me renew', 'join me renew']);
  assert.equal(
    call.links.map(({ closed }) => closed),
    [true, false],
  );
  call.end();
});

test('a dead media worker: everything is sent again through new transports, patiently', async () => {
  const call = setUp([inside(), code('call_unavailable'), code('call_unavailable'), inside()]);
  await call.session.media.publisher.mean('camera', fakeTrack('c'));
  await call.goes('open');
  await call.tells({ event: 'rebuild' });
  assert.is(call.phase(), 'reconnecting');
  await call.elapse();
  await call.elapse();
  assert.is(call.phase(), 'inside');
  assert.ok(call.links[1]?.acts.includes('publish camera'));
  assert.equal(call.asked.filter((name) => name.startsWith('join')).slice(1), Array(3).fill('join me renew'));
  call.end();
});

test('a return refused for good ends the call, and says why', async () => {
  const ends = { call_removed: 'removed', not_found: 'withdrawn', call_over: null } as const;
  for (const [refusal, end] of Object.entries(ends)) {
    const call = setUp([inside(), code(refusal as keyof typeof ends)]);
    await call.goes('open');
    await call.goes('reconnecting');
    await call.goes('open');
    const { phase, end: told, error } = call.store.snapshot();
    assert.equal([phase, told, error, call.socket.closed], ['ended', end, refusal, true]);
    assert.equal(call.overs, [false]);
  }
});

test('ended by the server, in its words, and once', async () => {
  const reasons: CallEnd[] = ['removed', 'replaced', 'withdrawn', 'signed_out'];
  for (const reason of reasons) {
    const call = setUp([inside()]);
    await call.goes('open');
    await call.tells({ event: 'ended', reason });
    await call.tells({ event: 'ended', reason });
    call.end();
    assert.equal([call.phase(), call.store.snapshot().end, call.overs.length], ['ended', reason, 1]);
  }
});

// CM-31, SC-92
test('the chair is said when it is given, not when one comes in with it', async () => {
  const call = setUp([inside({ room: room([participant('me')], 'me') })]);
  const said = () => call.store.snapshot().notices.map(({ kind }) => kind);
  await call.goes('open');
  assert.equal(said(), []);
  await call.tells({ event: 'room', room: room([participant('me'), participant('ann')], 'ann') });
  await call.tells({ event: 'room', room: room([participant('me')], 'me') });
  assert.equal(said(), ['chair']);
  call.end();
});

test('what is told in passing reaches the screen, and leaves with who told it', async () => {
  const line = { lineId: 'l', accountId: 'a', name: 'Ann', text: 'Bonjour', at: '2026-11-21T10:00:00Z', kept: false };
  const screen = { screen: { producerId: 's', paused: false } };
  const call = setUp([inside({ room: room([participant('me'), participant('ann', screen)]) })]);
  await call.goes('open');
  await call.tells({ event: 'chat', line });
  await call.tells({ event: 'chat', line });
  await call.tells({ event: 'chat_kept', lineId: 'l' });
  await call.tells({ event: 'speaker', participantId: 'ann' });
  await call.tells({ event: 'pointer', participantId: 'ann', at: { x: 0.5, y: 0.5 } });
  await call.tells({ event: 'cannot_hear' });
  const { chat, speaker, pointers, notices } = call.store.snapshot();
  assert.equal(chat, [{ ...line, kept: true }]);
  assert.equal([speaker, [...pointers.keys()], notices[0]?.kind], ['ann', ['ann'], 'cannot_hear']);
  await call.tells({ event: 'room', room: room([participant('me')]) });
  assert.equal([call.store.snapshot().speaker, call.store.snapshot().pointers.size], [null, 0]);
  call.end();
});

test.run();
