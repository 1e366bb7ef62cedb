import { eq } from 'drizzle-orm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import {
  accountLinks,
  accounts,
  auditEvents,
  failedAttempts,
  passwords,
  pendingSignIns,
  sessions,
} from '@concertation/schema';
import type { Me, WaysIn } from '@concertation/shared/contracts';
import { startTestServer, type TestServer } from './harness.ts';
import { auditTrail } from './support/audit-trail.ts';
import { type Answer, ask, refusalCode, statusesOf } from './support/ask.ts';
import { Browser } from './support/browser.ts';
import { mailsTo, textsTo, tokenIn } from './support/messages.ts';
import { makeAccount, signedIn, start, trySignIn } from './support/passkey-account.ts';
import { givePassword, goodPassword, signInByPassword } from './support/password-sign-in.ts';
import { SoftwareAuthenticator } from './support/software-authenticator.ts';

let server: TestServer;
test.before(async () => {
  server = await startTestServer();
});
test.after(() => server?.stop());

const db = () => server.services.database.db;
const browser = () => new Browser(server);
const other = 'soleil oblique carafe mordante';
const subjectsTo = async (email: string) => (await mailsTo(server, email)).map(({ subject }) => subject);

/** What an answer shows, but for the number that names its line in the log. */
function shown({ status, body, response }: Answer) {
  const { requestId: _, ...rest } = (body ?? {}) as Record<string, unknown>;
  return { status, body: rest, cookies: response.headers.getSetCookie() };
}

/** Somebody with a password, signed in. */
async function member(email: string, phone?: string) {
  const accountId = await makeAccount(server, email, { password: goodPassword, ...(phone ? { phone } : {}) });
  const own = browser();
  const answer = await signInByPassword(server, own, email, phone ? { phone } : {});
  assert.is(answer.status, 200);
  return { accountId, own, answer };
}

// SC-18, SC-19, AUT-22
test('with e-mail and password a code comes by SMS, and the code signs in', async () => {
  const phone = '+33612345678';
  await makeAccount(server, 'sms@example.org', { password: goodPassword, phone });
  const own = browser();
  const awaited = await givePassword(own, ' SMS@example.org ');
  assert.is(own.cookies.size, 0, 'a password alone opens nothing');
  const { pendingId, ...said } = awaited;
  assert.equal(said, { channel: 'sms', hint: '78', resendAfterSeconds: 30 });
  const [message] = await textsTo(server, phone);
  const code = /\d{6}/.exec(message?.text ?? '')?.[0] ?? '';
  assert.match(message?.text ?? '', new RegExp(`@localhost #${code}$`));
  const spaced = `${code.slice(0, 3)} ${code.slice(3)}`;
  const answer = await own.ask('POST', '/api/sign-in/code', { pendingId, code: spaced });
  assert.is(answer.status, 200);
  assert.is((answer.body as Me).email, 'sms@example.org');
  const open = (await own.ask('GET', '/api/sessions')).body as { means: string }[];
  assert.equal(
    open.map(({ means }) => means),
    ['password_sms'],
  );
});

// SC-19, AUT-22
test('without a telephone the code comes by e-mail', async () => {
  await makeAccount(server, 'mail@example.org', { password: goodPassword });
  const { channel, hint } = await givePassword(browser(), 'mail@example.org');
  assert.equal({ channel, hint }, { channel: 'email', hint: '' });
  assert.equal(await subjectsTo('mail@example.org'), ['Votre code de connexion']);
});

// AUT-23: enumeration.
test('an unknown e-mail, a wrong password, an account without one and a suspended one look the same', async () => {
  await makeAccount(server, 'known@example.org', { password: goodPassword });
  await makeAccount(server, 'keyless@example.org', { authenticator: new SoftwareAuthenticator(server.origin) });
  const suspended = await makeAccount(server, 'suspended@example.org', { password: goodPassword });
  await db().update(accounts).set({ suspendedAt: new Date() }).where(eq(accounts.id, suspended));
  const sign = (email: string, password = other) => browser().ask('POST', '/api/sign-in/password', { email, password });
  const answers = [
    await sign('known@example.org'),
    await sign('unknown@example.org'),
    await sign('keyless@example.org'),
    await sign('suspended@example.org', goodPassword),
    await sign('no address at all'),
  ];
  for (const answer of answers) assert.equal(shown(answer), shown(answers[0] as Answer));
  assert.is(refusalCode(answers[0] as Answer), 'credentials_refused');
  const audit = await auditTrail(server, eq(auditEvents.kind, 'session.refused'));
  assert.ok(
    audit.every(({ details }) => !JSON.stringify(details).includes('@')),
    'no address in the audit',
  );
});

// AUT-23
test('waiting tells nothing either: an unknown e-mail makes wait after as many tries', async () => {
  await makeAccount(server, 'waits@example.org', { password: goodPassword });
  const sign = (email: string) => browser().ask('POST', '/api/sign-in/password', { email, password: other });
  for (const email of ['waits@example.org', 'nobody@example.org']) {
    const codes: (string | undefined)[] = [];
    for (let tries = 0; tries < 6; tries += 1) codes.push(refusalCode(await sign(email)));
    assert.equal(codes, [...Array.from({ length: 5 }, () => 'credentials_refused'), 'wait'], email);
  }
});

// AUT-23, PA-21
test('a forgotten password and a recovery are asked in the same words with or without an account, no sooner', async () => {
  const { accountId } = await member('forgets@example.org');
  for (const path of ['/api/password/forgotten', '/api/recovery']) {
    const known = await browser().ask('POST', path, { email: 'forgets@example.org' });
    const from = performance.now();
    const unknown = await browser().ask('POST', path, { email: 'forgets.not@example.org' });
    assert.ok(performance.now() - from >= 290, 'nobody’s answer is not quicker than a mail is written');
    assert.equal(shown(unknown), shown(known));
    assert.is(known.status, 204);
  }
  assert.equal(await mailsTo(server, 'forgets.not@example.org'), []);
  const links = await db().select().from(accountLinks).where(eq(accountLinks.accountId, accountId));
  assert.equal(
    links.map(({ purpose }) => purpose).toSorted((a, b) => a.localeCompare(b)),
    ['new_password', 'recovery_stop'],
  );
});

// PA-21, AUT-22, AUT-36
test('a mailbox that has just set the password does not receive the code of a telephone too', async () => {
  const email = 'mailbox@example.org';
  const phone = '+33687654321';
  await member(email, phone);
  await browser().ask('POST', '/api/password/forgotten', { email });
  const token = tokenIn((await mailsTo(server, email)).at(-1)?.text, `${server.origin}/mot-de-passe`);
  assert.is((await browser().ask('POST', '/api/password/new', { token, password: other })).status, 204);
  const { pendingId, channel, resendAfterSeconds } = await givePassword(browser(), email, other);
  assert.is(channel, 'sms');
  assert.ok(resendAfterSeconds > 300, 'no e-mail is offered');
  await db()
    .update(pendingSignIns)
    .set({ sentAt: new Date(Date.now() - 60_000) });
  const asked = await browser().ask('POST', '/api/sign-in/code-by-email', { pendingId });
  assert.is(refusalCode(asked), 'wait');
});

// PA-21, AUT-26
test('the link of a forgotten password serves once, ends every session, and signs nobody in', async () => {
  const email = 'link@example.org';
  const { accountId, own } = await member(email);
  await browser().ask('POST', '/api/password/forgotten', { email });
  const mail = (await mailsTo(server, email)).at(-1);
  const token = tokenIn(mail?.text, `${server.origin}/mot-de-passe`);
  const held = JSON.stringify(await db().select().from(accountLinks).where(eq(accountLinks.accountId, accountId)));
  assert.not.match(held, token);

  const set = (password: string, given = token) =>
    browser().ask('POST', '/api/password/new', { token: given, password });
  assert.is(refusalCode(await set('motdepasse123')), 'password_common');
  const answer = await set(other);
  assert.is(answer.status, 204, 'a refused password does not use the link up');
  assert.equal(answer.response.headers.getSetCookie(), []);
  assert.is(refusalCode(await set(other)), 'link_ended');
  assert.is(refusalCode(await set(other, 'A'.repeat(43))), 'link_ended');
  assert.is(refusalCode(await own.ask('GET', '/api/me')), 'signed_out');
  assert.is((await subjectsTo(email)).at(-1), 'Votre mot de passe a changé');
  const refused = await browser().ask('POST', '/api/sign-in/password', { email, password: goodPassword });
  assert.is(refusalCode(refused), 'credentials_refused');
  assert.is((await signInByPassword(server, own, email, { password: other })).status, 200);
});

// PA-21, AUT-26
test('an expired link is over, at most three are sent in half an hour, and two uses at once are one', async () => {
  const email = 'expired@example.org';
  const { accountId } = await member(email);
  for (let asked = 0; asked < 5; asked += 1) await browser().ask('POST', '/api/password/forgotten', { email });
  const sent = (await mailsTo(server, email)).filter(({ subject }) => subject === 'Choisir un nouveau mot de passe');
  assert.is(sent.length, 3);
  const tokens = sent.map(({ text }) => tokenIn(text, '/mot-de-passe'));
  const set = (token: string | undefined) => browser().ask('POST', '/api/password/new', { token, password: other });
  const both = await Promise.all([set(tokens[0]), set(tokens[0])]);
  assert.equal(statusesOf(both), [204, 410]);
  assert.is(refusalCode(await set(tokens[1])), 'link_ended', 'one used ends the others');

  await browser().ask('POST', '/api/password/forgotten', { email });
  await db()
    .update(accountLinks)
    .set({ expiresAt: new Date(0) })
    .where(eq(accountLinks.accountId, accountId));
  const late = tokenIn((await mailsTo(server, email)).at(-1)?.text, '/mot-de-passe');
  assert.is(refusalCode(await set(late)), 'link_ended');
});

// AUT-26
test('an account opened by passkeys alone is given no password by e-mail', async () => {
  const email = 'passkey.only@example.org';
  await makeAccount(server, email, { authenticator: new SoftwareAuthenticator(server.origin) });
  await browser().ask('POST', '/api/password/forgotten', { email });
  const [mail] = await mailsTo(server, email);
  assert.is(mail?.subject, 'Votre compte n’a pas de mot de passe');
  assert.not.match(mail?.text ?? '', '/mot-de-passe#');
});

// SC-37, AUT-26
test('one changes one’s password: other sessions end, this one goes on, and a mail tells it', async () => {
  const email = 'changes@example.org';
  const { own } = await member(email);
  const elsewhere = browser();
  await signInByPassword(server, elsewhere, email);
  const changed = await own.ask('POST', '/api/account/password', { password: other, current: goodPassword });
  assert.is(changed.status, 204);
  assert.is((await own.ask('GET', '/api/me')).status, 200);
  assert.is(refusalCode(await elsewhere.ask('GET', '/api/me')), 'signed_out');
  assert.is((await subjectsTo(email)).at(-1), 'Votre mot de passe a changé');
  const { passwordChangedAt } = (await own.ask('GET', '/api/account/ways-in')).body as WaysIn;
  assert.ok(Date.now() - new Date(passwordChangedAt ?? 0).getTime() < 60_000);
});

// SC-37, AUT-26; ASVS 6.2.3
test('the password before is asked for a new one, just after a sign-in too, and its guesses are counted', async () => {
  const { own, accountId } = await member('asked@example.org');
  const set = async (current?: string) =>
    refusalCode(await own.ask('POST', '/api/account/password', { password: other, ...(current ? { current } : {}) }));
  assert.is(await set(), 'credentials_refused');
  assert.is(await set(''), 'credentials_refused');
  for (let tries = 0; tries < 3; tries += 1) assert.is(await set('wrong and long enough'), 'credentials_refused');
  assert.is(await set(goodPassword), 'wait', 'a stranger in an open session does not guess it');
  await db().delete(failedAttempts);
  assert.is(await set(goodPassword), undefined);
  const refused = await auditTrail(server, eq(auditEvents.accountId, accountId));
  assert.is(refused.filter(({ kind }) => kind === 'session.refused').length, 6);
});

// SC-37, AUT-26
test('a password that is removed takes along the other sessions that it opened, and no more', async () => {
  const email = 'removes@example.org';
  const keys = new SoftwareAuthenticator(server.origin);
  await makeAccount(server, email, { password: goodPassword, authenticator: keys });
  const [own, elsewhere] = [browser(), browser()];
  for (const one of [own, elsewhere]) assert.is((await signInByPassword(server, one, email)).status, 200);
  const { cookie } = signedIn(await trySignIn(server, keys));
  assert.is((await own.ask('DELETE', '/api/account/password')).status, 204);
  assert.is((await own.ask('GET', '/api/me')).status, 200, 'where it was asked');
  assert.is(refusalCode(await elsewhere.ask('GET', '/api/me')), 'signed_out');
  assert.is((await ask(server, 'GET', '/api/me', { cookie })).status, 200, 'opened by a passkey');
});

// SC-37, AUT-21
test('a password that is short, common, or holds one’s name is refused, and the one before stays', async () => {
  const { own, accountId } = await member('camille.l@example.org');
  const [before] = await db().select().from(passwords).where(eq(passwords.accountId, accountId));
  const set = async (password: string) => refusalCode(await own.ask('POST', '/api/account/password', { password }));
  assert.is(await set('court'), 'invalid');
  assert.is(await set('x'.repeat(257)), 'invalid');
  assert.is(await set('azertyuiop123'), 'password_common');
  assert.is(await set('vélo-Lenoir-nuage-7'), 'password_common');
  assert.is(await set('vélo-camille.l-nuage'), 'password_common');
  assert.is(await set('vélo Concertation nuage'), 'password_common');
  const [after] = await db().select().from(passwords).where(eq(passwords.accountId, accountId));
  assert.equal(after, before);
  assert.match(before?.hash ?? '', /^\$argon2id\$/);
});

// SC-37, AUT-13, AUT-26
test('a password is removed only by who keeps another way in, and the last passkey too', async () => {
  const email = 'keeps@example.org';
  const { own } = await member(email);
  assert.is(refusalCode(await own.ask('DELETE', '/api/account/password')), 'passkey_missing');
  const keys = new SoftwareAuthenticator(server.origin);
  const { ceremonyId, options } = await start(server, '/api/passkeys/start', { cookie: own.header });
  const credential = keys.create(options);
  await own.ask('POST', '/api/passkeys/finish', { ceremonyId, credential, passkeyName: 'Clé' });
  assert.is((await own.ask('DELETE', '/api/account/password')).status, 204);
  assert.is((await subjectsTo(email)).at(-1), 'Votre mot de passe a été retiré');
  const passkeyPath = `/api/passkeys/${keys.keys[0]?.id ?? ''}`;
  assert.is(refusalCode(await own.ask('DELETE', passkeyPath)), 'passkey_last');
  assert.is((await own.ask('POST', '/api/account/password', { password: other })).status, 204);
  assert.is((await own.ask('DELETE', passkeyPath)).status, 204);
  assert.is((await subjectsTo(email)).at(-1), 'Une clé d’accès a été retirée de votre compte');
});

// AUT-30
test('what engages asks for a proof less than ten minutes old', async () => {
  const { own, accountId } = await member('proves@example.org');
  await db()
    .update(sessions)
    .set({ provedAt: new Date(Date.now() - 600_001) })
    .where(eq(sessions.accountId, accountId));
  const set = () => own.ask('POST', '/api/account/password', { password: other, current: goodPassword });
  assert.is(refusalCode(await set()), 'proof_needed');
  const wrong = await own.ask('POST', '/api/proof/password', { password: other });
  assert.is(refusalCode(wrong), 'credentials_refused');
  assert.is((await own.ask('POST', '/api/proof/password', { password: goodPassword })).status, 204);
  assert.is((await set()).status, 204);
  assert.is(refusalCode(await browser().ask('POST', '/api/proof/password', { password: other })), 'signed_out');
});

test.run();
