import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { SignallingRefusal } from '../../../../signalling/index.ts';
import { FakeLink, settled } from './fake-link.ts';
import type { Ask } from './media-link.ts';
import type { Reception } from './plan-reception.ts';
import { Receiver } from './receiver.ts';

function setUp() {
  const asked: string[] = [];
  const told: string[] = [];
  const refusals = new Map<string, Error>();
  const ask = (async (name: string, input: Record<string, unknown>) => {
    asked.push(`${name} ${Object.values(input).join(' ')}`.trim());
    const refusal = refusals.get(name);
    refusals.delete(name);
    if (refusal) throw refusal;
    return null;
  }) as unknown as Ask;
  const receiver = new Receiver({
    ask,
    received: ({ participantId, source }, track) => told.push(`${track ? '+' : '-'}${participantId} ${source}`),
    refused: (code) => told.push(`refused ${code}`),
  });
  return { receiver, link: new FakeLink(), asked, told, refusals };
}

const voice = (participantId: string): Reception => ({ participantId, source: 'microphone', flows: true });
const face = (participantId: string, spatialLayer: 0 | 1 | 2 = 0, flows = true): Reception => ({
  participantId,
  source: 'camera',
  flows,
  spatialLayer,
});
const follow = async (receiver: Receiver, plan: Record<string, Reception>, ...alsoLiving: string[]) => {
  receiver.follow(new Map(Object.entries(plan)), new Set([...Object.keys(plan), ...alsoLiving]));
  await settled();
};

// SC-80
test('one request for all voices, one for all videos; sound flows at once, a video once its layer is chosen', async () => {
  const { receiver, link, asked, told } = setUp();
  receiver.attach(link);
  await follow(receiver, { a: voice('ann'), b: face('bob', 1) });
  assert.equal(link.acts, ['receive a', 'receive b']);
  assert.equal(told, ['+ann microphone', '+bob camera']);
  assert.equal(asked, ['tuneConsumer c b false 1']);
});

test('what is no longer shown waits, paused, and comes back without a new request', async () => {
  const { receiver, link, asked } = setUp();
  receiver.attach(link);
  await follow(receiver, { b: face('bob', 1) });
  await follow(receiver, {}, 'b');
  await follow(receiver, {}, 'b');
  await follow(receiver, { b: face('bob', 2) });
  assert.equal(asked, ['tuneConsumer c b false 1', 'tuneConsumer c b true', 'tuneConsumer c b false 2']);
  assert.equal(link.acts, ['receive b']);
});

test('what its sender ended is dropped before anything else is received', async () => {
  const { receiver, link, told } = setUp();
  receiver.attach(link);
  await follow(receiver, { a: voice('ann') });
  await follow(receiver, { a2: voice('ann') });
  assert.equal(told, ['+ann microphone', '-ann microphone', '+ann microphone']);
  assert.equal(link.acts, ['receive a', 'drop a', 'receive a2']);
});

test('other transports receive everything again', async () => {
  const { receiver, link, told } = setUp();
  receiver.attach(link);
  await follow(receiver, { a: voice('ann') });
  const next = new FakeLink('next');
  receiver.attach(next);
  await settled();
  assert.equal(told, ['+ann microphone', '-ann microphone', '+ann microphone']);
  assert.equal(next.acts, ['receive a']);
});

test('lost on the way, it is asked again when the connection is back, without a word', async () => {
  const { receiver, link, told, asked, refusals } = setUp();
  receiver.attach(link);
  link.failing.set('receive', new SignallingRefusal('lost'));
  await follow(receiver, { b: face('bob') });
  assert.equal(told, []);
  refusals.set('tuneConsumer', new SignallingRefusal('lost'));
  await receiver.settle();
  assert.equal(told, ['+bob camera']);
  await receiver.settle();
  assert.equal(asked, ['tuneConsumer c b false 0', 'tuneConsumer c b false 0']);
});

test('too many videos: those that wait give their place; refused again, it is said once and not insisted on', async () => {
  const { receiver, link, told, asked } = setUp();
  receiver.attach(link);
  await follow(receiver, { a: face('ann') });
  link.failing.set('receive', new SignallingRefusal('too_many'));
  await follow(receiver, { b: face('bob') }, 'a');
  assert.ok(asked.includes('closeConsumer c a'));
  assert.equal(told, ['+ann camera', '-ann camera', '+bob camera']);
  link.failing.set('receive', new SignallingRefusal('too_many'));
  await follow(receiver, { b: face('bob'), c: face('cat') });
  await receiver.settle();
  assert.equal(told.slice(3), ['refused too_many']);
  assert.is(link.acts.filter((act) => act === 'receive c').length, 1);
});

test('a video that ended while its layer was being chosen is no refusal', async () => {
  const { receiver, link, told, refusals } = setUp();
  receiver.attach(link);
  refusals.set('tuneConsumer', new SignallingRefusal('not_found'));
  await follow(receiver, { b: face('bob') });
  assert.equal(told, ['+bob camera']);
});

test('refused videos deprive of no voice; once hidden, they are asked again when shown', async () => {
  const { receiver, link, told } = setUp();
  receiver.attach(link);
  await follow(receiver, { b: face('bob') });
  link.failing.set('receive b2', new SignallingRefusal('too_many'));
  await follow(receiver, { a: voice('ann'), b2: face('bob') });
  assert.equal(told.slice(2), ['+ann microphone', 'refused too_many']);
  await follow(receiver, { a: voice('ann') }, 'b2');
  await follow(receiver, { a: voice('ann'), b2: face('bob') });
  assert.equal(told.slice(4), ['+bob camera']);
});

test('refused voices are asked again each time, and it is said once', async () => {
  const { receiver, link, told } = setUp();
  receiver.attach(link);
  await settled();
  for (let turn = 0; turn < 2; turn += 1) {
    link.failing.set('receive a', new SignallingRefusal('call_unavailable'));
    await follow(receiver, { a: voice('ann'), b: face('bob') });
  }
  await receiver.settle();
  assert.equal(told, ['+bob camera', 'refused call_unavailable', '+ann microphone']);
});

test('one refusal of all, voices and videos, is said once', async () => {
  const { receiver, link, told } = setUp();
  receiver.attach(link);
  await settled();
  for (const id of ['a', 'b']) link.failing.set(`receive ${id}`, new SignallingRefusal('call_unavailable'));
  await follow(receiver, { a: voice('ann'), b: face('bob') });
  assert.equal(told, ['refused call_unavailable']);
});

test('too many videos, and the connection lost while room was being made: asked again when it is back', async () => {
  const { receiver, link, told, refusals } = setUp();
  receiver.attach(link);
  await follow(receiver, { a: face('ann') });
  link.failing.set('receive', new SignallingRefusal('too_many'));
  refusals.set('closeConsumer', new SignallingRefusal('lost'));
  await follow(receiver, { b: face('bob') }, 'a');
  assert.equal(told, ['+ann camera', '-ann camera']);
  await receiver.settle();
  assert.equal(told.slice(2), ['+bob camera']);
});

test.run();
