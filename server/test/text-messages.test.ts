import { eq } from 'drizzle-orm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { textMessages } from '@concertation/schema';
import type { OutboxTextMessage } from '@concertation/shared/contracts';
import { sweepNotifications } from '../src/notifications/index.ts';
import { startTestServer, type TestServer } from './harness.ts';
import { ask, refusalCode } from './support/ask.ts';
import { Browser } from './support/browser.ts';
import { textsTo } from './support/messages.ts';
import { makeAccount } from './support/passkey-account.ts';
import { givePassword, goodPassword } from './support/password-sign-in.ts';
import { TextProvider } from './support/text-provider.ts';
import { waitFor } from './support/wait-for.ts';

let provider: TextProvider;
let server: TestServer;
test.before(async () => {
  provider = await TextProvider.open();
  server = await startTestServer({ DEMONSTRATION: '0', SMS_URL: provider.url, SMS_TOKEN: 'secret-of-the-provider' });
});
test.after(async () => {
  await server.stop();
  await provider.close();
});

const send = (recipient: string, text = 'Votre code') =>
  server.services.database.transaction(async (tx) => server.services.post.text?.(tx, { recipient, text }));
const rowTo = async (recipient: string) => (await textsTo(server, recipient)).at(-1);

// SC-19
test('a code leaves by the provider, with its key and the message’s own name', async () => {
  const phone = '+33611111111';
  await makeAccount(server, 'sms@example.org', { password: goodPassword, phone });
  const { channel } = await givePassword(new Browser(server), 'sms@example.org');
  assert.is(channel, 'sms');
  await waitFor(async () => (await rowTo(phone))?.sentAt !== null, 'sent');
  const row = await rowTo(phone);
  const [{ headers, body }] = provider.to(phone) as [(typeof provider.taken)[number]];
  const { to, text } = body as { to: string; text: string };
  assert.is(to, phone);
  assert.match(text, /\b\d{6}\b/);
  assert.is(row?.text, '', 'what it said is forgotten once it has left');
  assert.is(headers.authorization, 'Bearer secret-of-the-provider');
  assert.is(headers['idempotency-key'], row?.id);
});

// AUT-29
test('what fails for now is tried again, and leaves once', async () => {
  provider.answers.push(503, 429);
  await send('+33622222222');
  await waitFor(async () => (await rowTo('+33622222222'))?.sentAt !== null, 'sent at last', 60_000);
  assert.is(provider.to('+33622222222').length, 3);
  assert.is((await rowTo('+33622222222'))?.failure, null);
});

// AUT-29
test('what the provider refuses for good is not tried again, and its answer is not kept', async () => {
  provider.answers.push(400);
  await send('+33633333333');
  await waitFor(async () => (await rowTo('+33633333333'))?.failure !== null, 'refused');
  const row = await rowTo('+33633333333');
  assert.equal([row?.failure, row?.sentAt], ['HTTP 400', null]);
});

// AUT-29
test('a redirection is not followed: the key and the code go nowhere else', async () => {
  provider.answers.push(302);
  await send('+33644444444');
  await waitFor(async () => (await rowTo('+33644444444'))?.failure !== null, 'refused');
  assert.is((await rowTo('+33644444444'))?.failure, 'CONNECTION');
});

test('what is no number is refused, and nothing is written', async () => {
  for (const recipient of ['0', '+33', '+33611111111, +33622222222', 'me@example.org']) {
    const code = await send(recipient).then(
      () => null,
      (error: { code?: string }) => error.code,
    );
    assert.is(code, 'invalid', recipient);
  }
});

// AUT-29
test('messages of yesterday are forgotten', async () => {
  await send('+33655555555');
  const { database } = server.services;
  await database.db
    .update(textMessages)
    .set({ createdAt: new Date(Date.now() - 25 * 3_600_000) })
    .where(eq(textMessages.recipient, '+33655555555'));
  await sweepNotifications(database);
  assert.equal(await textsTo(server, '+33655555555'), []);
});

// SC-19
test('a demonstration without a provider shows them; no other server does', async () => {
  const demonstration = await startTestServer();
  try {
    await makeAccount(demonstration, 'shown@example.org', { password: goodPassword, phone: '+33666666666' });
    await givePassword(new Browser(demonstration), 'shown@example.org');
    const shown = (await ask(demonstration, 'GET', '/api/demo/text-messages')).body as OutboxTextMessage[];
    assert.equal([shown[0]?.recipient, shown[0]?.sentAt], ['+33666666666', null]);
  } finally {
    await demonstration.stop();
  }
  assert.is(refusalCode(await ask(server, 'GET', '/api/demo/text-messages')), 'demonstration_off');
});

// SC-19, AUT-22
test('without a provider codes come by e-mail, whoever has a telephone', async () => {
  const plain = await startTestServer({ DEMONSTRATION: '0' });
  try {
    await makeAccount(plain, 'plain@example.org', { password: goodPassword, phone: '+33677777777' });
    assert.is((await givePassword(new Browser(plain), 'plain@example.org')).channel, 'email');
  } finally {
    await plain.stop();
  }
});

test.run();
