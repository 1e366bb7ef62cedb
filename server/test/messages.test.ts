import { eq } from 'drizzle-orm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { auditEvents, conversationPeople, mails, messages } from '@concertation/schema';
import { newId } from '../src/lib/index.ts';
import { refusalCode, statusesOf } from './support/ask.ts';
import { auditTrail } from './support/audit-trail.ts';
import { MessagingWorld } from './support/messaging-world.ts';

// docs/specs/messages.md

let world: MessagingWorld;
test.before(async () => {
  world = await MessagingWorld.open();
});
test.after(() => world?.stop());

const names = (people: { name: string }[]) => people.map(({ name }) => name);

// SC-43, MSG-1
test('one writes to colleagues about a subject; they read, answer, and everybody sees who read', async () => {
  const [anne, boris, chloe] = await world.people('Anne', 'Boris', 'Chloé');
  const started = await world.start(anne, [boris, chloe], { subject: 'Staff de jeudi', text: 'Salle 2 ?\nOu la 4.' });
  const [line] = (await world.list(boris)).conversations;
  assert.is(line?.conversationId, started.conversationId);
  assert.equal([line?.subject, line?.unread], ['Staff de jeudi', 1]);
  assert.equal(names(line?.people ?? []), ['Mme Anne Bonnet', 'Mme Chloé Bonnet']);
  assert.is(line?.lastMessage.text, 'Salle 2 ?\nOu la 4.');
  assert.is((await world.list(anne)).unread, 0, 'one’s own message is read');

  const messageId = newId();
  assert.is((await world.send(boris, started.conversationId, 'La 4.', messageId)).status, 204);
  assert.is((await world.list(anne)).unread, 1);
  const read = await world.read(chloe, started.conversationId);
  assert.equal(
    read.messages.map(({ authorId, text }) => [authorId, text]),
    [
      [anne.accountId, 'Salle 2 ?\nOu la 4.'],
      [boris.accountId, 'La 4.'],
    ],
  );
  assert.equal([read.subject, read.older], ['Staff de jeudi', false]);
  assert.equal(names(read.people), ['Mme Anne Bonnet', 'Mme Boris Bonnet', 'Mme Chloé Bonnet']);
  assert.is((await world.mark(chloe, { ...started, messageId })).status, 204);
  const reader = (await world.read(anne, started.conversationId)).people.find(
    ({ accountId }) => accountId === chloe.accountId,
  );
  assert.is(reader?.readUntil, read.messages[1]?.sentAt);
  assert.equal([(await world.list(chloe)).unread, (await world.list(boris)).unread], [0, 1]);
});

// SC-43, MSG-5
test('a position in reading never goes back, and is a message of that conversation', async () => {
  const [anne, boris] = await world.people('Anne', 'Boris');
  const first = await world.start(anne, [boris]);
  const second = newId();
  await world.send(anne, first.conversationId, 'Et aussi', second);
  await world.mark(boris, { ...first, messageId: second });
  await world.mark(boris, first);
  assert.is((await world.list(boris)).unread, 0);
  const other = await world.start(anne, [boris]);
  assert.is(refusalCode(await world.mark(boris, { ...first, messageId: other.messageId })), 'not_found');
  assert.is(refusalCode(await world.mark(boris, { ...first, messageId: newId() })), 'not_found');
});

// SC-43, MSG-6
test('a withdrawn message keeps its place, loses its words everywhere, and is no longer to be read', async () => {
  const [anne, boris] = await world.people('Anne', 'Boris');
  const started = await world.start(anne, [boris], { text: 'Un mot de trop' });
  assert.is(refusalCode(await world.withdraw(boris, started)), 'forbidden');
  assert.is(refusalCode(await world.withdraw(anne, { ...started, messageId: newId() })), 'not_found');
  for (let times = 0; times < 2; times += 1) assert.is((await world.withdraw(anne, started)).status, 204);
  const { messages: read } = await world.read(boris, started.conversationId);
  assert.equal([read.length, read[0]?.text], [1, null]);
  const { conversations, unread } = await world.list(boris);
  assert.equal([conversations[0]?.lastMessage.text, unread], [null, 0]);
  const [row] = await world.registration.db.select().from(messages).where(eq(messages.id, started.messageId));
  assert.is(row?.text, '', 'nothing is left of it');
  const rows = await auditTrail(world.server, eq(auditEvents.subject, `conversation:${started.conversationId}`));
  assert.equal(
    rows.map(({ kind }) => kind),
    ['conversation.started', 'message.sent', 'message.withdrawn'],
  );
  assert.not.match(JSON.stringify(rows), 'Un mot de trop');
});

// SC-43, MSG-4
test('asked again, a command changes nothing; an id of somebody else’s is nobody’s', async () => {
  const [anne, boris, chloe] = await world.people('Anne', 'Boris', 'Chloé');
  const started = await world.start(anne, [boris], { text: 'Une fois' });
  await world.start(anne, [boris], { ...started, text: 'Deux fois' });
  const messageId = newId();
  for (const text of ['Réponse', 'Autre réponse'])
    assert.is((await world.send(boris, started.conversationId, text, messageId)).status, 204);
  assert.equal(
    (await world.read(anne, started.conversationId)).messages.map(({ text }) => text),
    ['Une fois', 'Réponse'],
  );
  assert.is(refusalCode(await world.send(anne, started.conversationId, 'Volé', messageId)), 'not_found');
  assert.is(refusalCode(await world.tryStart(chloe, [boris.accountId], started)), 'not_found');
  const taken = await world.tryStart(chloe, [boris.accountId], { messageId });
  assert.is(refusalCode(taken), 'not_found');
  assert.equal((await world.list(chloe)).conversations, [], 'and the conversation was not started');
  const elsewhere = await world.start(boris, [chloe]);
  assert.is(refusalCode(await world.send(boris, elsewhere.conversationId, 'Ailleurs', messageId)), 'not_found');
});

// SC-43, MSG-4
test('the same command sent twice at once, and two messages at once', async () => {
  const [anne, boris] = await world.people('Anne', 'Boris');
  const ids = { conversationId: newId(), messageId: newId() };
  const starts = await Promise.all([1, 2, 3].map(() => world.tryStart(anne, [boris.accountId], ids)));
  assert.equal(statusesOf(starts), [204, 204, 204]);
  const both = await Promise.all(
    [anne, boris].flatMap((who) => [1, 2, 3, 4].map((nth) => world.send(who, ids.conversationId, `Message ${nth}`))),
  );
  assert.ok(both.every(({ status }) => status === 204));
  const { messages: read } = await world.read(anne, ids.conversationId);
  assert.is(read.length, 9);
  assert.is(new Set(read.map(({ sentAt }) => sentAt)).size, 9, 'none at the instant of another: pages tell them apart');
  assert.is((await world.told(boris, ids.conversationId)).length, 1, 'told once');
});

// SC-43, MSG-7
test('people are told once until they read, of who wrote and of nothing else', async () => {
  const [anne, boris] = await world.people('Anne', 'Boris');
  const secret = { subject: 'Objet confidentiel', text: 'Texte confidentiel' };
  const started = await world.start(anne, [boris], secret);
  const { conversationId } = started;
  await world.send(anne, conversationId, 'Encore');
  const [notice, ...others] = await world.told(boris, conversationId);
  assert.equal(others, []);
  assert.equal([notice?.kind, notice?.about], ['message_received', { conversationId, by: 'Mme Anne Bonnet' }]);
  assert.equal(await world.told(anne, conversationId), [], 'nobody is told of their own message');
  const written = await world.registration.mailsTo(boris.email);
  assert.equal(
    written.map(({ subject }) => subject),
    ['Un message vous attend'],
  );
  assert.match(written[0]?.text ?? '', 'Mme Anne Bonnet vous a écrit');
  assert.match(written[0]?.text ?? '', `/messages/${conversationId}`);
  for (const mail of await world.registration.db.select().from(mails))
    assert.not.match(`${mail.subject} ${mail.text} ${mail.html}`, 'confidentiel');

  // Read up to the first only: the notification stays, and nothing more is told.
  await world.mark(boris, started);
  assert.is((await world.told(boris, conversationId))[0]?.readAt, null);
  const last = newId();
  await world.send(anne, conversationId, 'Toujours', last);
  assert.is((await world.told(boris, conversationId)).length, 1);
  await world.mark(boris, { conversationId, messageId: last });
  assert.ok((await world.told(boris, conversationId))[0]?.readAt);
  await world.send(anne, conversationId, 'De nouveau');
  assert.is((await world.told(boris, conversationId)).length, 2);
});

// SC-43, MSG-8
test('people are added and read from the beginning; who leaves reads no more, and may be brought back', async () => {
  const [anne, boris, chloe] = await world.people('Anne', 'Boris', 'Chloé');
  const { conversationId } = await world.start(anne, [boris], { text: 'Au début' });
  for (let times = 0; times < 2; times += 1)
    assert.is((await world.add(boris, conversationId, [chloe, chloe, anne])).status, 204);
  assert.is((await world.read(chloe, conversationId)).messages[0]?.text, 'Au début');
  assert.equal(names((await world.list(anne)).conversations[0]?.people ?? []), [
    'Mme Boris Bonnet',
    'Mme Chloé Bonnet',
  ]);
  assert.equal(
    (await world.told(chloe, conversationId)).map(({ about }) => about.by),
    ['Mme Boris Bonnet'],
  );

  assert.is((await world.leave(anne, conversationId)).status, 204);
  assert.is(refusalCode(await world.leave(anne, conversationId)), 'not_found');
  const { people } = await world.read(boris, conversationId);
  assert.equal(
    people.map(({ accountId, left }) => [accountId, left]),
    [
      [anne.accountId, true],
      [boris.accountId, false],
      [chloe.accountId, false],
    ],
    'who wrote stays named',
  );
  await world.leave(chloe, conversationId);
  assert.is((await world.told(chloe, conversationId)).filter(({ readAt }) => readAt === null).length, 0);
  assert.equal(names((await world.read(boris, conversationId)).people), ['Mme Anne Bonnet', 'Mme Boris Bonnet']);
  assert.is(refusalCode(await world.send(boris, conversationId)), 'wrong_state', 'nobody is left to read it');
  assert.is((await world.add(boris, conversationId, [chloe])).status, 204);
  assert.is((await world.send(boris, conversationId)).status, 204);
  assert.is((await world.read(chloe, conversationId)).messages.length, 2);
  const rows = await auditTrail(world.server, eq(auditEvents.subject, `conversation:${conversationId}`));
  assert.equal(
    rows.map(({ kind }) => kind),
    [
      'conversation.started',
      'message.sent',
      'conversation.people_added',
      'conversation.left',
      'conversation.left',
      'conversation.people_added',
      'message.sent',
    ],
  );
});

// SC-43, MSG-8
test('left while sending: what was sent first stays, what comes after is refused', async () => {
  for (let round = 0; round < 5; round += 1) {
    const [anne, boris] = await world.people('Anne', 'Boris');
    const { conversationId } = await world.start(anne, [boris]);
    const answers = await Promise.all([world.leave(anne, conversationId), world.send(anne, conversationId, 'Adieu')]);
    const [left, sent] = answers;
    assert.is(left.status, 204);
    const { messages: read } = await world.read(boris, conversationId);
    assert.equal([read.length, refusalCode(sent)], sent.status === 204 ? [2, undefined] : [1, 'not_found']);
  }
});

// SC-43, MSG-2
test('a conversation has at most fifty people', async () => {
  const [anne, boris] = await world.people('Anne', 'Boris');
  const { conversationId } = await world.start(anne, [boris]);
  const added = { addedBy: anne.accountId, addedAt: new Date() };
  await world.registration.db
    .insert(conversationPeople)
    .values(Array.from({ length: 47 }, () => ({ conversationId, accountId: newId(), ...added })));
  const [chloe, denis] = await world.people('Chloé', 'Denis');
  assert.is(refusalCode(await world.add(anne, conversationId, [chloe, denis])), 'too_many');
  assert.is((await world.add(anne, conversationId, [chloe])).status, 204);
  assert.is(refusalCode(await world.add(anne, conversationId, [denis])), 'too_many');
});

// SC-43, MSG-3
test('nobody writes more than sixty messages in a minute, in whatever conversations and all at once', async () => {
  const [anne, boris] = await world.people('Anne', 'Boris');
  const conversations = [await world.start(anne, [boris]), await world.start(anne, [boris])];
  const answers = await Promise.all(
    Array.from({ length: 60 }, (_, nth) => world.send(anne, conversations[nth % 2]?.conversationId ?? '', `${nth}`)),
  );
  assert.is(answers.filter(({ status }) => status === 204).length, 58);
  assert.ok(answers.every((answer) => answer.status === 204 || refusalCode(answer) === 'too_many'));
  assert.is(refusalCode(await world.tryStart(anne, [boris.accountId])), 'too_many');
  assert.is((await world.send(boris, conversations[0]?.conversationId ?? '')).status, 204, 'others still do');
  await world.registration.db
    .update(messages)
    .set({ sentAt: new Date(Date.now() - 61_000) })
    .where(eq(messages.id, conversations[0]?.messageId ?? ''));
  assert.is((await world.send(anne, conversations[0]?.conversationId ?? '')).status, 204, 'a minute later');
});

// SC-43, MSG-9
test('lists and conversations come by pages, and lose nothing between them', async () => {
  const [anne, boris] = await world.people('Anne', 'Boris');
  const long = 'é'.repeat(4000);
  const { conversationId } = await world.start(anne, [boris], { text: long });
  const texts = Array.from({ length: 54 }, (_, nth) => `Message ${nth}`);
  for (const text of texts) await world.send(anne, conversationId, text);
  const latest = await world.read(boris, conversationId);
  assert.equal([latest.messages.length, latest.older], [50, true]);
  const before = await world.read(boris, conversationId, latest.messages[0]?.sentAt);
  assert.equal([before.messages.length, before.older], [5, false]);
  assert.equal(
    [...before.messages, ...latest.messages].map(({ text }) => text),
    [long, ...texts],
  );

  const [chloe] = await world.people('Chloé');
  for (let nth = 0; nth < 32; nth += 1) await world.start(chloe, [boris], { subject: `Sujet ${nth}`, text: long });
  const page = await world.list(boris);
  assert.equal([page.conversations.length, page.older, page.unread], [30, true, 55 + 32]);
  assert.is(page.conversations[0]?.lastMessage.text?.length, 160, 'an excerpt');
  const rest = await world.list(boris, page.conversations.at(-1)?.lastMessage.sentAt);
  assert.equal([rest.conversations.length, rest.older], [3, false]);
  assert.is(new Set([...page.conversations, ...rest.conversations].map((one) => one.conversationId)).size, 33);
});

test.run();
