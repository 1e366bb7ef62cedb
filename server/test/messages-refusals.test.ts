import { eq } from 'drizzle-orm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { accounts, conversations, messages } from '@concertation/schema';
import { createGuest } from '../src/auth/index.ts';
import { newId } from '../src/lib/index.ts';
import { refusalCode } from './support/ask.ts';
import { MessagingWorld } from './support/messaging-world.ts';
import { inDays, type Somebody } from './support/registration-world.ts';

// docs/specs/messages.md: who is refused, and what.

let world: MessagingWorld;
let administrator: Somebody;
test.before(async () => {
  world = await MessagingWorld.open();
  administrator = await world.registration.demonstration('administrator');
});
test.after(() => world?.stop());

const suspension = (who: Somebody) => `/api/administration/accounts/${who.accountId}/suspension`;
const recipient = (who: Somebody, accountId: string) =>
  world.registration.ask(who, 'GET', `/api/recipients/${accountId}`);
const endTrial = ({ accountId }: Somebody) =>
  world.registration.db
    .update(accounts)
    .set({ verifiedAt: null, trialEndsAt: inDays(-1) })
    .where(eq(accounts.id, accountId));

// SC-43, MSG-1, ACC-3
test('a stranger, and whoever left, reads and does nothing: the conversation looks as if it did not exist', async () => {
  const [anne, boris, stranger] = await world.people('Anne', 'Boris', 'Inconnue');
  const started = await world.start(anne, [boris]);
  const { conversationId } = started;
  await world.leave(boris, conversationId);
  // The platform's administrator has no more of it than anybody.
  for (const who of [stranger, boris, administrator]) {
    assert.is(refusalCode(await world.tryRead(who, conversationId)), 'not_found');
    assert.is(refusalCode(await world.send(who, conversationId)), 'not_found');
    assert.is(refusalCode(await world.mark(who, started)), 'not_found');
    assert.is(refusalCode(await world.withdraw(who, started)), 'not_found');
    assert.is(refusalCode(await world.add(who, conversationId, [stranger])), 'not_found');
    assert.is(refusalCode(await world.leave(who, conversationId)), 'not_found');
    assert.equal(await world.list(who), { conversations: [], older: false, unread: 0 });
  }
  const withoutNumber = ({ body }: { body: unknown }) => ({ ...(body as object), requestId: '' });
  assert.equal(
    withoutNumber(await world.tryRead(stranger, conversationId)),
    withoutNumber(await world.tryRead(stranger, newId())),
  );
  assert.is(refusalCode(await world.tryRead(null, conversationId)), 'signed_out');
  assert.is((await world.read(anne, conversationId)).messages.length, 1, 'nothing was done to it');
});

// SC-43, MSG-2
test('only who may sign in is written to: nobody, a guest, a suspended account, a trial that is over, oneself', async () => {
  const [anne, suspended, late, erased] = await world.people('Anne', 'Boris', 'Chloé', 'Denis');
  const trial = await world.registration.somebody('on-trial@example.org', { trialEndsAt: inDays(3) });
  const guestOf = newId();
  const { database } = world.server.services;
  const guest = { title: 'Mme', givenName: 'Ines', familyName: 'Carpentier', specialty: 'Cardiologie' } as const;
  const guestId = await database.transaction((tx) => createGuest(tx, { ...guest, guestOf }));
  await world.registration.get(administrator, 'POST', suspension(suspended), { reason: 'Vérification' });
  await endTrial(late);
  await world.registration.db
    .update(accounts)
    .set({ email: null, erasedAt: new Date() })
    .where(eq(accounts.id, erased.accountId));

  assert.is(((await recipient(anne, trial.accountId)).body as { name: string }).name, 'Mme Claire Bonnet');
  const { conversationId } = await world.start(anne, [trial]);
  const unreachable = [newId(), guestId, anne.accountId, suspended.accountId, late.accountId, erased.accountId];
  for (const accountId of unreachable) {
    assert.is(refusalCode(await recipient(anne, accountId)), 'not_found');
    assert.is(refusalCode(await world.tryStart(anne, [accountId])), 'not_found');
    assert.is(refusalCode(await world.tryStart(anne, [trial.accountId, accountId])), 'not_found');
    if (accountId !== anne.accountId)
      assert.is(refusalCode(await world.add(anne, conversationId, [{ ...anne, accountId }])), 'not_found');
  }
  assert.is(refusalCode(await world.tryStart(anne, [anne.accountId, anne.accountId])), 'not_found');
  assert.is((await world.tryStart(anne, [trial.accountId, trial.accountId])).status, 204, 'one name twice is one');
  assert.is((await world.list(anne)).conversations.length, 2, 'and nothing was started for the others');
});

// SC-43, MSG-2
test('a conversation goes on around somebody suspended, who is told nothing and reads it once restored', async () => {
  const [anne, boris, chloe] = await world.people('Anne', 'Boris', 'Chloé');
  const started = await world.start(anne, [boris, chloe]);
  const { conversationId } = started;
  await world.mark(boris, started);
  await world.registration.get(administrator, 'POST', suspension(boris), { reason: 'Vérification' });
  assert.is(refusalCode(await world.tryRead(boris, conversationId)), 'signed_out');
  assert.is((await world.send(anne, conversationId, 'Sans Boris')).status, 204);
  await world.registration.get(administrator, 'DELETE', suspension(boris));
  const back = { ...boris, cookie: await world.registration.session(boris.accountId) };
  assert.is((await world.told(back, conversationId)).length, 1, 'the first message alone');
  assert.is((await world.read(back, conversationId)).messages[1]?.text, 'Sans Boris');
});

// SC-43, MSG-2
test('who is on trial writes and reads; once the trial is over, nothing', async () => {
  const [anne] = await world.people('Anne');
  const trial = await world.registration.somebody('trial-over@example.org', { trialEndsAt: inDays(3) });
  const { conversationId } = await world.start(trial, [anne]);
  await endTrial(trial);
  assert.is(refusalCode(await world.tryRead(trial, conversationId)), 'trial_over');
  assert.is(refusalCode(await world.send(trial, conversationId)), 'trial_over');
  assert.is(refusalCode(await world.tryStart(trial, [anne.accountId])), 'trial_over');
  assert.is((await world.send(anne, conversationId, 'À bientôt')).status, 204);
});

// SC-43, MSG-10
test('words that are missing, too long or hidden are refused, and nothing is kept of them', async () => {
  const [anne, boris] = await world.people('Anne', 'Boris');
  const { conversationId } = await world.start(anne, [boris], { text: 'a'.repeat(4000) });
  const hidden = [`avant\u0000après`, `renversé\u202Eetxet`, 'cloche\u0007'];
  for (const text of ['', '   \n ', 'a'.repeat(4001), ...hidden, null, 12, ['a']]) {
    assert.is(refusalCode(await world.send(anne, conversationId, text)), 'invalid');
    const wrong = { text: text as string };
    assert.is(refusalCode(await world.tryStart(anne, [boris.accountId], wrong)), 'invalid');
  }
  for (const subject of ['', ' ', 'a'.repeat(121), 'deux\nlignes', ...hidden])
    assert.is(refusalCode(await world.tryStart(anne, [boris.accountId], { subject })), 'invalid');
  for (const to of [[], ['moi'], Array.from({ length: 50 }, newId)])
    assert.is(refusalCode(await world.tryStart(anne, to)), 'invalid');
  for (const ids of [{ conversationId: '1' }, { messageId: '' }])
    assert.is(refusalCode(await world.tryStart(anne, [boris.accountId], ids)), 'invalid');
  assert.is(refusalCode(await world.send(anne, conversationId, 'Oui', 'pas un identifiant')), 'invalid');
  assert.is(refusalCode(await world.add(anne, conversationId, [])), 'invalid');
  for (const id of ['1', '%00', 'x'.repeat(300)])
    assert.is(refusalCode(await world.registration.ask(anne, 'GET', `/api/conversations/${id}`)), 'not_found');
  for (const before of ['hier', '2026-11-20', "'; drop table messages; --"])
    assert.is(
      refusalCode(await world.registration.ask(anne, 'GET', `/api/conversations?before=${encodeURIComponent(before)}`)),
      'invalid',
    );
  const { db } = world.registration;
  const mine = eq(conversations.startedBy, anne.accountId);
  assert.is(await db.$count(conversations, mine), 1);
  assert.is(await db.$count(messages, eq(messages.conversationId, conversationId)), 1);
});

// SC-43, MSG-10
test('what looks like markup, a link or an emoji is kept as it was written', async () => {
  const [anne, boris] = await world.people('Anne', 'Boris');
  const text = '<img src=x onerror=alert(1)> **gras** https://example.org 💊 \t fin';
  const { conversationId } = await world.start(anne, [boris], { subject: '<b>Objet</b>', text });
  const read = await world.read(boris, conversationId);
  assert.equal([read.subject, read.messages[0]?.text], ['<b>Objet</b>', text]);
});

test.run();
