import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { seededRandom } from './faults/random.ts';
import { mediaRequests } from '@concertation/shared/contracts';
import { CallWorld } from './support/call-world.ts';
import { MediaClient } from './support/media-client.ts';
import { waitFor } from './support/wait-for.ts';

let world: CallWorld;
test.before(async () => {
  world = await CallWorld.open({}, { SYNC_CONNECTIONS_PER_ACCOUNT: '5' });
});
test.after.each(() => world?.hangUp());
test.after(() => world?.stop());

const rtpParameters = { codecs: [{}] };
const dtlsParameters = { fingerprints: [{ algorithm: 'sha-256', value: Array(32).fill('AB').join(':') }] };

/** Two people in one call, the first of whom sends their voice. */
async function two() {
  const meetingId = await world.meeting();
  const { client: witness } = await world.inside(meetingId, 'coordinator');
  const member = await world.client('member');
  const joined = await member.join(meetingId);
  const { producerId } = await witness.ask('produce', { source: 'microphone', rtpParameters });
  return { meetingId, witness, member, transports: joined.transports, producerId };
}
const answers = async (client: MediaClient) => assert.ok(await client.ask('sendChat', { text: 'toujours là' }));

// MED-20
test('nobody comes in without a session, from another site, or once too many', async () => {
  assert.is(await MediaClient.connect(world.server, {}), 401);
  const { cookie } = world.people.member;
  assert.is(await MediaClient.connect(world.server, { cookie, origin: 'https://ailleurs.example' }), 403);
  for (let count = 0; count < 5; count += 1) await world.client('member');
  assert.is(await MediaClient.connect(world.server, { cookie }), 429);
  await world.client('other');
});

// MED-21
test('what cannot be read is refused, and closes the socket the third time', async () => {
  const { witness, member } = await two();
  for (const frame of ['{', '[]', JSON.stringify({ id: -1, request: 'leave' })]) member.sendRaw(frame);
  assert.equal(await member.ended(), { reason: null, code: 4400 });
  assert.equal(
    member.stray,
    Array.from({ length: 3 }, () => ({ reply: -1, error: 'malformed' })),
  );
  await answers(witness);
});

// MED-21
test('unknown requests and inputs that mean nothing are refused, and nothing else happens', async () => {
  const { witness, member } = await two();
  for (const name of ['record', 'constructor', '__proto__', 'toString', ''])
    assert.is((await member.request(name)).error, 'malformed', name);
  for (const data of [null, 3, 'x', [], { source: 'ceiling' }, { source: 'camera', rtpParameters: { codecs: [] } }])
    assert.is((await member.request('produce', data)).error, 'malformed');
  assert.is((await member.request('sendChat', { text: 'x'.repeat(1001) })).error, 'malformed');
  assert.is((await member.request('sendChat', { text: ' \n ' })).error, 'malformed');
  assert.is(member.closed, null);
  await answers(witness);
});

// MED-21
test('a frame too large closes its own socket', async () => {
  const { witness, member } = await two();
  member.sendRaw(JSON.stringify({ id: 1, request: 'sendChat', data: { text: 'x'.repeat(70_000) } }));
  assert.is((await member.ended()).code, 1009);
  const binary = await world.client('other');
  binary.sendRaw(Buffer.from([1, 2, 3]));
  await waitFor(() => binary.stray.length === 1, 'refused');
  await answers(witness);
});

// MED-21
test('a flood of a thousand messages a second is closed, and the others notice nothing', async () => {
  const { witness, member } = await two();
  const frame = JSON.stringify({ id: 7, request: 'raiseHand', data: { raised: true } });
  const flood = setInterval(() => {
    for (let count = 0; count < 50; count += 1) member.sendRaw(frame);
  }, 50);
  try {
    assert.is((await member.ended(30_000)).code, 4429);
  } finally {
    clearInterval(flood);
  }
  await answers(witness);
});

// MED-21
test('requests of one socket are answered one at a time, in order', async () => {
  const { member } = await two();
  const before = member.order.length;
  await Promise.all([
    member.request('produce', { source: 'camera', rtpParameters }),
    member.request('pauseSource', { source: 'camera', paused: true }),
    member.request('raiseHand', { raised: true }),
    member.request('closeSource', { source: 'camera' }),
    member.request('pauseSource', { source: 'camera', paused: false }),
  ]);
  const replies = member.order.slice(before);
  assert.equal(
    replies,
    [...replies].sort((a, b) => a - b),
  );
});

// MED-22
test('transports and consumers of somebody else are as if there were none', async () => {
  const { meetingId, witness, member, transports, producerId } = await two();
  const other = await world.client('other');
  await other.join(meetingId);
  const foreign = { transportId: transports?.send.id, dtlsParameters };
  assert.is(await other.refusal('connectTransport', foreign), 'not_found');
  assert.is(await other.refusal('restartIce', { transportId: transports?.receive.id }), 'not_found');
  await member.ask('connectTransport', foreign);
  assert.is(await member.refusal('connectTransport', foreign), 'malformed', 'once');
  const { consumers } = await member.ask('consume', { producerIds: [producerId], rtpCapabilities: {} });
  assert.is(consumers.length, 1);
  const consumerId = consumers[0]?.id;
  assert.is(await other.refusal('tuneConsumer', { consumerId, paused: true }), 'not_found');
  assert.is(await other.refusal('pauseSource', { source: 'microphone', paused: true }), 'not_found');
  assert.is(world.engine.seatSending(producerId)?.producers.get('microphone')?.paused, false);
  const { client: elsewhere } = await world.inside(await world.meeting(), 'stranger').catch(() => ({ client: null }));
  assert.is(elsewhere, null, 'and a stranger is nowhere');
  await answers(witness);
});

// MED-22: what another call sends is not to be had
test('a producer of another call gives nothing', async () => {
  const { producerId } = await two();
  const { client } = await world.inside(await world.meeting(), 'other');
  assert.equal(await client.ask('consume', { producerIds: [producerId], rtpCapabilities: {} }), { consumers: [] });
});

// MED-31
test('the chat goes at the pace of somebody who types', async () => {
  const { witness, member } = await two();
  const replies = await Promise.all(Array.from({ length: 20 }, () => member.request('sendChat', { text: 'a' })));
  const refused = replies.filter(({ error }) => error === 'too_many').length;
  assert.ok(refused >= 13 && refused <= 15, `${refused} refused`);
  await answers(witness);
});

// MED-21
test('500 random frames neither crash nor disturb the others', async () => {
  const { witness, meetingId } = await two();
  const random = seededRandom(4);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const values = [
    null,
    0,
    -1,
    1e308,
    '',
    'x'.repeat(300),
    [],
    {},
    true,
    crypto.randomUUID(),
    meetingId,
    { x: 2, y: 0 },
  ];
  const keys = ['meetingId', 'seat', 'source', 'rtpParameters', 'transportId', 'accountId', 'at', 'text', 'paused'];
  let client = await world.client('other');
  for (let count = 0; count < 500; count += 1) {
    if (count % 50 === 0) {
      client.cut();
      client = await world.client('other');
      await client.request('join', { meetingId });
    }
    const data = Object.fromEntries([pick(keys), pick(keys), pick(keys)].map((key) => [key, pick(values)]));
    void client.request(pick(Object.keys(mediaRequests)), data);
  }
  client.cut();
  const { status } = await fetch(`${world.server.origin}/api/health`);
  assert.ok(status < 500);
  await answers(witness);
  assert.is(witness.closed, null);
});

// MED-36, last: the server stops
test('a server that stops says so, and ends the engine', async () => {
  const { member } = await two();
  const ended = member.ended();
  await world.stop();
  assert.is((await ended).code, 1012);
  assert.ok(world.engine.stopped);
  world = undefined as never;
});

test.run();
