import type { MediaSource, Participant } from '@concertation/shared/contracts';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { SignallingRefusal } from '../../../../signalling/index.ts';
import { FakeLink, fakeTrack, settled } from './fake-link.ts';
import type { Ask } from './media-link.ts';
import { Publisher } from './publisher.ts';

function setUp() {
  const asked: string[] = [];
  const told: string[] = [];
  let refusal: Error | null = null;
  const ask = (async (name: string, input: Record<string, unknown>) => {
    asked.push(`${name} ${Object.values(input).join(' ')}`.trim());
    if (refusal) throw refusal;
    return null;
  }) as unknown as Ask;
  const publisher = new Publisher({
    ask,
    refused: (source, code) => told.push(`refused ${source} ${code}`),
    ended: (source) => told.push(`ended ${source}`),
    muted: () => told.push('muted'),
  });
  const link = new FakeLink();
  return { publisher, link, asked, told, fail: (error: Error | null) => (refusal = error) };
}

const me = (sources: Partial<Record<MediaSource, { producerId: string; paused: boolean }>>): Participant =>
  ({ participantId: 'me', sources }) as Participant;

test('what is meant before there are transports is sent through the first ones, and again through the next', async () => {
  const { publisher, link } = setUp();
  await publisher.mean('microphone', fakeTrack('m'), { paused: true });
  await publisher.mean('camera', fakeTrack('c'));
  publisher.attach(link);
  await settled();
  assert.equal(
    link.acts.filter((act) => act.startsWith('publish')),
    ['publish microphone paused', 'publish camera'],
  );
  const next = new FakeLink('next');
  publisher.attach(next);
  await settled();
  assert.equal(
    next.acts.filter((act) => act.startsWith('publish')),
    ['publish microphone paused', 'publish camera'],
  );
});

// SA-137
test('silence is immediate here, and told once there', async () => {
  const { publisher, link, asked } = setUp();
  const track = fakeTrack('m');
  publisher.attach(link);
  await publisher.mean('microphone', track);
  const silenced = publisher.pause('microphone', true);
  assert.is(track.enabled, false, 'before the server knows');
  await silenced;
  await publisher.pause('microphone', true);
  assert.equal(asked, ['pauseSource microphone true']);
  await publisher.mean('microphone', track, { paused: false });
  assert.is(track.enabled, true);
  assert.equal(asked, ['pauseSource microphone true', 'pauseSource microphone false']);
});

test('another device takes the place of the former one without a new producer', async () => {
  const { publisher, link } = setUp();
  publisher.attach(link);
  await publisher.mean('microphone', fakeTrack('one'));
  await publisher.mean('microphone', fakeTrack('two'));
  assert.equal(
    link.acts.filter((act) => /publish|replace/.test(act)),
    ['publish microphone', 'replace microphone two'],
  );
});

test('what is no longer meant while it is being sent is closed', async () => {
  const { publisher, link, asked } = setUp();
  publisher.attach(link);
  await settled();
  const begun = publisher.mean('camera', fakeTrack('c'));
  const ended = publisher.mean('camera', null);
  await Promise.all([begun, ended]);
  assert.equal(link.acts, ['publish camera', 'close camera']);
  assert.equal(asked, ['closeSource camera']);
});

// OO-04
test('a refusal ends the meaning and is told; a loss does not', async () => {
  const { publisher, link, told } = setUp();
  publisher.attach(link);
  link.failing.set('publish', new SignallingRefusal('screen_taken'));
  await publisher.mean('screen', fakeTrack('s'));
  assert.equal(told, ['refused screen screen_taken']);
  link.failing.set('publish', new SignallingRefusal('lost'));
  await publisher.mean('screen', fakeTrack('s'), { takeOver: true });
  assert.equal(told.length, 1);
  publisher.resume(undefined);
  await settled();
  assert.is(link.acts.at(-2), 'publish screen takeOver', 'sent when the connection is back');
});

test('a screen that another ended is meant no longer; one that died with the worker is', async () => {
  const { publisher, link, told } = setUp();
  publisher.attach(link);
  await publisher.mean('screen', fakeTrack('s'));
  publisher.follow(me({}), true);
  assert.equal(told, [], 'the room as it was before my screen');
  publisher.follow(me({ screen: { producerId: link.producerOf('screen'), paused: false } }), true);
  publisher.follow(me({}), false);
  assert.equal(told, [], 'nobody sends anything: the worker is gone');
  publisher.follow(me({}), true);
  assert.equal(told, ['ended screen']);
  const next = new FakeLink('next');
  publisher.attach(next);
  await settled();
  assert.equal(next.acts, []);
});

test('back after a loss, silence wins on both sides', async () => {
  const { publisher, link, asked, told, fail } = setUp();
  const track = fakeTrack('m');
  const producerId = link.producerOf('microphone');
  publisher.attach(link);
  await publisher.mean('microphone', track);
  publisher.resume(me({ microphone: { producerId, paused: true } }));
  assert.equal([told, track.enabled], [['muted'], false], 'a moderator muted me meanwhile');
  await publisher.mean('microphone', track, { paused: false });
  fail(new SignallingRefusal('lost'));
  await publisher.pause('microphone', true);
  fail(null);
  asked.length = 0;
  publisher.resume(me({ microphone: { producerId, paused: false } }));
  await settled();
  assert.equal(asked, ['pauseSource microphone true'], 'I muted myself meanwhile');
});

test('back after a loss, what the server no longer has is sent again', async () => {
  const { publisher, link } = setUp();
  publisher.attach(link);
  await publisher.mean('camera', fakeTrack('c'));
  link.acts.length = 0;
  publisher.resume(me({}));
  await settled();
  assert.equal(
    link.acts.filter((act) => /close|publish/.test(act)),
    ['close camera', 'publish camera'],
  );
});

test('the ladder touches the camera alone: smallest layer, then nothing, then all again', async () => {
  const { publisher, link, asked } = setUp();
  publisher.attach(link);
  await publisher.mean('microphone', fakeTrack('m'));
  await publisher.mean('camera', fakeTrack('c'));
  publisher.climb({ small: true, noVideo: false });
  await settled();
  publisher.climb({ small: true, noVideo: true });
  await settled();
  publisher.climb({ small: false, noVideo: false });
  await settled();
  assert.equal(asked, ['pauseSource camera true', 'pauseSource camera false']);
  assert.equal(
    link.acts.filter((act) => act.startsWith('limit')),
    ['limit camera 0', 'limit camera 2'],
  );
});

test('stopped while the connection was lost, it is stopped there once it is back', async () => {
  const { publisher, link, asked, fail } = setUp();
  publisher.attach(link);
  await publisher.mean('camera', fakeTrack('c'));
  fail(new SignallingRefusal('lost'));
  await publisher.mean('camera', null);
  fail(null);
  asked.length = 0;
  const told = me({ camera: { producerId: link.producerOf('camera'), paused: false } });
  publisher.resume(told);
  await settled();
  assert.equal(asked, ['closeSource camera']);
  await publisher.settle();
  assert.equal(asked.length, 1, 'once');
});

test('stopped and begun again while the connection was lost, the new one takes the place of the former', async () => {
  const { publisher, link, asked, fail } = setUp();
  publisher.attach(link);
  await publisher.mean('camera', fakeTrack('c'));
  fail(new SignallingRefusal('lost'));
  await publisher.mean('camera', null);
  link.failing.set('publish', new SignallingRefusal('lost'));
  await publisher.mean('camera', fakeTrack('other'));
  fail(null);
  asked.length = 0;
  publisher.resume(me({ camera: { producerId: link.producerOf('camera'), paused: false } }));
  await settled();
  assert.equal([asked, link.acts.includes('close camera')], [[], true]);
  assert.is(link.acts.filter((act) => act === 'publish camera').length, 3);
  await publisher.mean('camera', null);
  assert.equal(asked, ['closeSource camera']);
});

test('silence asked of a media worker that died is no refusal: all is sent again, silent, once it is replaced', async () => {
  for (const code of ['not_found', 'call_unavailable'] as const) {
    const { publisher, link, told, fail } = setUp();
    publisher.attach(link);
    await publisher.mean('microphone', fakeTrack('m'));
    fail(new SignallingRefusal(code));
    await publisher.pause('microphone', true);
    fail(null);
    assert.equal(told, []);
    const next = new FakeLink('next');
    publisher.attach(next);
    await settled();
    assert.is(next.acts[0], 'publish microphone paused');
  }
});

test('who spoke again while the connection was lost speaks again: nobody muted him meanwhile', async () => {
  const { publisher, link, asked, told, fail } = setUp();
  const track = fakeTrack('m');
  publisher.attach(link);
  await publisher.mean('microphone', track, { paused: true });
  fail(new SignallingRefusal('lost'));
  await publisher.pause('microphone', false);
  fail(null);
  asked.length = 0;
  publisher.resume(me({ microphone: { producerId: link.producerOf('microphone'), paused: true } }));
  await settled();
  assert.equal([told, track.enabled, asked], [[], true, ['pauseSource microphone false']]);
});

test('a screen is taken over once, not again after a rebuild', async () => {
  const { publisher, link } = setUp();
  publisher.attach(link);
  await publisher.mean('screen', fakeTrack('s'), { takeOver: true });
  const next = new FakeLink('next');
  publisher.attach(next);
  await settled();
  assert.equal([link.acts[0], next.acts[0]], ['publish screen takeOver', 'publish screen']);
});

test.run();
