import { eq } from 'drizzle-orm';
import { Secret, TOTP } from 'otpauth';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { codeApplications, failedAttempts, pendingSignIns } from '@concertation/schema';
import type { WaysIn } from '@concertation/shared/contracts';
import { startTestServer, type TestServer } from './harness.ts';
import { refusalCode, statusesOf } from './support/ask.ts';
import { Browser } from './support/browser.ts';
import { codeIn, mailsTo, textsTo } from './support/messages.ts';
import { makeAccount } from './support/passkey-account.ts';
import { givePassword, goodPassword, sentCode, signInByPassword } from './support/password-sign-in.ts';

let server: TestServer;
test.before(async () => {
  server = await startTestServer();
});
test.after(() => server?.stop());

const db = () => server.services.database.db;
const browser = () => new Browser(server);
const codeWith = (pendingId: string, code: string, own = browser()) =>
  own.ask('POST', '/api/sign-in/code', { pendingId, code });
/** Another code than this one. */
const not = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
/** The sign-ins of an account that await a code, as if time had passed. */
const movePending = (accountId: string, to: { sentAt?: Date; expiresAt?: Date }) =>
  db().update(pendingSignIns).set(to).where(eq(pendingSignIns.accountId, accountId));
const forgetFailures = () => db().delete(failedAttempts);

let people = 0;
async function somebody(phone?: string) {
  people += 1;
  const email = `coded.${people}@example.org`;
  const accountId = await makeAccount(server, email, { password: goodPassword, ...(phone ? { phone } : {}) });
  return { email, accountId };
}

// AUT-22
test('a code opens its own sign-in, once', async () => {
  const { email } = await somebody();
  const { pendingId } = await givePassword(browser(), email);
  const code = await sentCode(server, email);
  const both = await Promise.all([codeWith(pendingId, code), codeWith(pendingId, code)]);
  assert.equal(statusesOf(both), [200, 410]);
  assert.is(refusalCode(await codeWith(pendingId, code)), 'code_ended');
});

// AUT-22
test('neither the secret of a pending sign-in nor its code is in the database', async () => {
  const { email, accountId } = await somebody();
  const { pendingId } = await givePassword(browser(), email);
  const code = await sentCode(server, email);
  const [row] = await db().select().from(pendingSignIns).where(eq(pendingSignIns.accountId, accountId));
  assert.not.match(JSON.stringify(row), pendingId);
  assert.not.ok(row?.codeHash?.includes(code));
  assert.is(refusalCode(await codeWith(row?.id ?? '', code)), 'code_ended', 'what is stored opens nothing');
});

// AUT-22
test('the code of one sign-in is refused in another, even of the same account', async () => {
  const { email } = await somebody();
  const first = await givePassword(browser(), email);
  const code = await sentCode(server, email);
  const second = await givePassword(browser(), email);
  assert.is.not(await sentCode(server, email), code);
  assert.is(refusalCode(await codeWith(second.pendingId, code)), 'code_refused');
  const stranger = await somebody();
  const theirs = await givePassword(browser(), stranger.email);
  assert.is(refusalCode(await codeWith(theirs.pendingId, code)), 'code_refused');
  assert.is((await codeWith(first.pendingId, code)).status, 200);
});

// AUT-22
test('after five wrong codes the right one is too late', async () => {
  const { email } = await somebody();
  const { pendingId } = await givePassword(browser(), email);
  const code = await sentCode(server, email);
  const left: unknown[] = [];
  for (let tries = 0; tries < 5; tries += 1) {
    const answer = await codeWith(pendingId, not(code));
    left.push((answer.body as { details: { left: number } }).details.left);
  }
  assert.equal(left, [4, 3, 2, 1, 0]);
  assert.is(refusalCode(await codeWith(pendingId, code)), 'code_ended');
  await forgetFailures();
  assert.is(refusalCode(await codeWith(pendingId, code)), 'code_ended');
});

// AUT-22, AUT-25
test('many tries at once are five tries', async () => {
  const { email } = await somebody();
  const { pendingId } = await givePassword(browser(), email);
  const code = await sentCode(server, email);
  const answers = await Promise.all(Array.from({ length: 12 }, () => codeWith(pendingId, not(code))));
  const codes = answers.map(refusalCode);
  assert.is(codes.filter((refusal) => refusal === 'code_refused').length, 5);
  await forgetFailures();
});

// AUT-25
test('who has the password cannot try codes for ever by beginning again', async () => {
  const { email } = await somebody();
  let refusals = 0;
  for (let rounds = 0; rounds < 2; rounds += 1) {
    const given = await browser().ask('POST', '/api/sign-in/password', { email, password: goodPassword });
    if (given.status !== 200) break;
    const { pendingId } = given.body as { pendingId: string };
    const code = not(await sentCode(server, email));
    for (let tries = 0; tries < 5; tries += 1)
      if (refusalCode(await codeWith(pendingId, code)) === 'code_refused') refusals += 1;
  }
  assert.is(refusals, 5);
  await forgetFailures();
});

// SC-20, AUT-22
test('a code of ten minutes ago is over, and malformed ones are refused as such', async () => {
  const { email, accountId } = await somebody();
  const { pendingId } = await givePassword(browser(), email);
  assert.is(refusalCode(await codeWith(pendingId, '12345')), 'invalid');
  assert.is(refusalCode(await codeWith(pendingId, 'abcdef')), 'invalid');
  assert.is(refusalCode(await codeWith('unknown', '123456')), 'code_ended');
  await movePending(accountId, { expiresAt: new Date() });
  assert.is(refusalCode(await codeWith(pendingId, await sentCode(server, email))), 'code_ended');
});

// SC-20, AUT-22
test('after the stated delay a new code comes by e-mail, and the one by SMS is over', async () => {
  const phone = '+33698765401';
  const { email, accountId } = await somebody(phone);
  const { pendingId } = await givePassword(browser(), email);
  const bySms = await sentCode(server, email, phone);
  const again = () => browser().ask('POST', '/api/sign-in/code-by-email', { pendingId });
  const early = await again();
  assert.is(refusalCode(early), 'wait');
  const { seconds } = (early.body as { details: { seconds: number } }).details;
  assert.ok(seconds > 0 && seconds <= 30);

  await movePending(accountId, { sentAt: new Date(Date.now() - 31_000) });
  const { channel, hint } = (await again()).body as { channel: string; hint: string };
  assert.equal({ channel, hint }, { channel: 'email', hint: '' });
  assert.is(refusalCode(await again()), 'wait', 'and the delay begins again');
  const byMail = await sentCode(server, email);
  assert.is.not(byMail, bySms);
  assert.is(refusalCode(await codeWith(pendingId, bySms)), 'code_refused');
  const own = browser();
  assert.is((await codeWith(pendingId, byMail, own)).status, 200);
  const [session] = (await own.ask('GET', '/api/sessions')).body as { means: string }[];
  assert.is(session?.means, 'password_email');
  assert.is(
    refusalCode(await browser().ask('POST', '/api/sign-in/code-by-email', { pendingId: 'unknown' })),
    'code_ended',
  );
});

// AUT-22
test('no more than five codes are awaited at once: a password alone does not send messages for ever', async () => {
  const phone = '+33698765402';
  const { email } = await somebody(phone);
  for (let sent = 0; sent < 5; sent += 1) await givePassword(browser(), email);
  const sixth = await browser().ask('POST', '/api/sign-in/password', { email, password: goodPassword });
  assert.is(refusalCode(sixth), 'wait');
  assert.is((await textsTo(server, phone)).length, 5);
});

/** Installs an application; returns how to read its code at a moment. */
async function install(own: Browser): Promise<(step?: number) => string> {
  const { secret, uri } = (await own.ask('POST', '/api/account/code-application')).body as Record<string, string>;
  assert.match(uri ?? '', /^otpauth:\/\/totp\/Concertation/);
  const totp = new TOTP({ secret: Secret.fromBase32(secret ?? '') });
  const code = (step = 0) => totp.generate({ timestamp: Date.now() + step * 30_000 });
  assert.is((await own.ask('POST', '/api/account/code-application/confirmation', { code: code() })).status, 204);
  return code;
}

/** The last code accepted, as if it were long ago. */
const forgetStep = (accountId: string) =>
  db().update(codeApplications).set({ lastStep: 0 }).where(eq(codeApplications.accountId, accountId));

// SC-19, AUT-24
test('an installed application makes the codes: each serves once, of its own moment', async () => {
  const { email, accountId } = await somebody('+33698765403');
  const own = browser();
  await signInByPassword(server, own, email, { phone: '+33698765403' });
  const code = await install(own);
  assert.is(((await own.ask('GET', '/api/account/ways-in')).body as WaysIn).codeApplication, true);

  const { pendingId, channel } = await givePassword(browser(), email);
  assert.is(channel, 'totp');
  assert.is(refusalCode(await codeWith(pendingId, code())), 'code_refused', 'the code that confirmed it has served');
  await forgetStep(accountId);
  assert.is(refusalCode(await codeWith(pendingId, code(4))), 'code_refused', 'of another moment');
  const used = code();
  assert.is((await codeWith(pendingId, used)).status, 200);
  const again = await givePassword(browser(), email);
  assert.is(refusalCode(await codeWith(again.pendingId, used)), 'code_refused', 'replayed');
  await forgetFailures();
});

// AUT-24
test('two answers at once with one code of the application open one session', async () => {
  const { email, accountId } = await somebody();
  const own = browser();
  await signInByPassword(server, own, email);
  const code = await install(own);
  await forgetStep(accountId);
  const [one, two] = [await givePassword(browser(), email), await givePassword(browser(), email)];
  const same = code();
  const both = await Promise.all([codeWith(one.pendingId, same), codeWith(two.pendingId, same)]);
  assert.equal(statusesOf(both), [200, 401]);
  await forgetFailures();
});

// AUT-24
test('who chose an application is not sent codes by e-mail, and proves with both', async () => {
  const { email, accountId } = await somebody();
  const own = browser();
  await signInByPassword(server, own, email);
  const code = await install(own);
  const { pendingId } = await givePassword(browser(), email);
  const before = (await mailsTo(server, email)).length;
  await movePending(accountId, { sentAt: new Date(Date.now() - 60_000) });
  assert.is(refusalCode(await browser().ask('POST', '/api/sign-in/code-by-email', { pendingId })), 'wait');
  assert.is((await mailsTo(server, email)).length, before);

  const prove = (body: object) => own.ask('POST', '/api/proof/password', { password: goodPassword, ...body });
  assert.is(refusalCode(await prove({})), 'credentials_refused');
  await forgetStep(accountId);
  assert.is((await prove({ code: code() })).status, 204);
  assert.is(refusalCode(await prove({ code: code() })), 'credentials_refused', 'replayed');
});

// AUT-24
test('an application is confirmed by a right code, replaced only once removed, and its secret is sealed', async () => {
  const { email, accountId } = await somebody();
  const own = browser();
  await signInByPassword(server, own, email);
  const confirm = (code: string) => own.ask('POST', '/api/account/code-application/confirmation', { code });
  assert.is(refusalCode(await confirm('123456')), 'wrong_state', 'none was begun');
  const begun = (await own.ask('POST', '/api/account/code-application')).body as { secret: string };
  const right = () => new TOTP({ secret: Secret.fromBase32(begun.secret) }).generate();
  assert.is(refusalCode(await confirm(not(right()))), 'code_refused');
  const { channel } = await givePassword(browser(), email);
  assert.is(channel, 'email', 'what is not confirmed is not asked');
  const [row] = await db().select().from(codeApplications).where(eq(codeApplications.accountId, accountId));
  const stored = Buffer.from(row?.secret ?? []);
  assert.not.ok(stored.includes(Buffer.from(Secret.fromBase32(begun.secret).bytes)));
  assert.is((await confirm(right())).status, 204);
  assert.is(refusalCode(await own.ask('POST', '/api/account/code-application')), 'wrong_state');
  assert.is((await own.ask('DELETE', '/api/account/code-application')).status, 204);
  assert.is(refusalCode(await own.ask('DELETE', '/api/account/code-application')), 'not_found');
  const subjects = (await mailsTo(server, email)).map(({ subject }) => subject);
  assert.equal(subjects.slice(-2), [
    'Une application de codes a été installée',
    'Votre application de codes a été retirée',
  ]);
});

test('a message without a code is none', () => {
  assert.throws(() => codeIn('Bonjour'));
});

test.run();
