import { eq } from 'drizzle-orm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { passwords, pendingSignIns } from '@concertation/schema';
import { startTestServer, type TestServer } from './harness.ts';
import { refusalCode } from './support/ask.ts';
import { Browser } from './support/browser.ts';
import { mailsTo, tokenIn } from './support/messages.ts';
import { makeAccount, signedIn, trySignIn } from './support/passkey-account.ts';
import { givePassword, goodPassword, signInByPassword } from './support/password-sign-in.ts';
import { SoftwareAuthenticator } from './support/software-authenticator.ts';

let server: TestServer;
test.before(async () => {
  server = await startTestServer();
});
test.after(() => server?.stop());

const db = () => server.services.database.db;
const browser = () => new Browser(server);
const chosen = 'soleil oblique carafe mordante';
const sign = (own: Browser, email: string, password = chosen) =>
  own.ask('POST', '/api/sign-in/password', { email, password });

/** What whoever reads a mailbox can do: choose another password behind the link. */
async function resetByMail(email: string): Promise<void> {
  await browser().ask('POST', '/api/password/forgotten', { email });
  const token = tokenIn((await mailsTo(server, email)).at(-1)?.text, '/mot-de-passe');
  assert.is((await browser().ask('POST', '/api/password/new', { token, password: chosen })).status, 204);
}

/** Somebody with a password and a browser that knows them. */
async function member(email: string, more: { phone?: string; authenticator?: SoftwareAuthenticator } = {}) {
  const accountId = await makeAccount(server, email, { password: goodPassword, ...more });
  const own = browser();
  const { phone } = more;
  assert.is((await signInByPassword(server, own, email, phone ? { phone } : {})).status, 200);
  own.leaveSession();
  return { accountId, own };
}

// AUT-36; ASVS 6.4.3
test('who holds the mailbox alone chooses a password, and does not come in with it: not today, not next year', async () => {
  const email = 'held@example.org';
  const { accountId } = await member(email);
  await resetByMail(email);
  const mails = (await mailsTo(server, email)).length;
  assert.is(refusalCode(await sign(browser(), email)), 'mailbox_alone');
  assert.is((await mailsTo(server, email)).length, mails, 'no code is sent');
  assert.equal(await db().select().from(pendingSignIns).where(eq(pendingSignIns.accountId, accountId)), []);
  await db()
    .update(passwords)
    .set({ resetAt: new Date(Date.now() - 366 * 86_400_000) })
    .where(eq(passwords.accountId, accountId));
  assert.is(refusalCode(await sign(browser(), email)), 'mailbox_alone');
  assert.is(refusalCode(await sign(browser(), email, goodPassword)), 'credentials_refused', 'the former one is over');
});

// AUT-23, AUT-36
test('a wrong password is told like any other: only who has the right one learns more', async () => {
  const email = 'quiet@example.org';
  await member(email);
  await resetByMail(email);
  assert.is(refusalCode(await sign(browser(), email, 'wrong and long enough')), 'credentials_refused');
});

// AUT-36, SC-20
test('from a browser that knows them the code comes by e-mail; then it does everywhere, for the password is theirs', async () => {
  const email = 'returns@example.org';
  const { own } = await member(email);
  await resetByMail(email);
  assert.is((await signInByPassword(server, own, email, { password: chosen })).status, 200);
  assert.is((await signInByPassword(server, browser(), email, { password: chosen })).status, 200);
});

// AUT-36, SC-20
test('a code by text message makes the password one’s own: e-mail is offered again', async () => {
  const email = 'texted@example.org';
  const phone = '+33600112233';
  await member(email, { phone });
  await resetByMail(email);
  const before = await givePassword(browser(), email, chosen);
  assert.equal([before.channel, before.resendAfterSeconds > 300], ['sms', true]);
  assert.is((await signInByPassword(server, browser(), email, { password: chosen, phone })).status, 200);
  const after = await givePassword(browser(), email, chosen);
  assert.equal([after.channel, after.resendAfterSeconds <= 30], ['sms', true]);
});

// AUT-32, AUT-36
test('a printed code opens, and the password changed from there is one’s own', async () => {
  const email = 'printed@example.org';
  const { own } = await member(email);
  await signInByPassword(server, own, email);
  const { codes } = (await own.ask('POST', '/api/account/recovery-codes')).body as { codes: string[] };
  await resetByMail(email);
  const found = browser();
  const answer = await found.ask('POST', '/api/recovery/code', { email, recoveryCode: codes[0] });
  assert.is(answer.status, 200);
  assert.is(refusalCode(await sign(browser(), email)), 'mailbox_alone', 'elsewhere nothing is proved yet');
  const own2 = 'encore une phrase sans rapport';
  assert.is((await found.ask('POST', '/api/account/password', { password: own2, current: chosen })).status, 204);
  assert.is((await signInByPassword(server, browser(), email, { password: own2 })).status, 200);
});

// AUT-25, AUT-36
test('the right password that opens nothing is no failure: the printed code is not delayed by it', async () => {
  const email = 'printed.later@example.org';
  const { own } = await member(email);
  await signInByPassword(server, own, email);
  const { codes } = (await own.ask('POST', '/api/account/recovery-codes')).body as { codes: string[] };
  await resetByMail(email);
  for (let tries = 0; tries < 6; tries += 1) assert.is(refusalCode(await sign(browser(), email)), 'mailbox_alone');
  const answer = await browser().ask('POST', '/api/recovery/code', { email, recoveryCode: codes[0] });
  assert.is(answer.status, 200);
});

// AUT-36
test('a passkey opens as before, and does not vouch for a password that somebody else may have chosen', async () => {
  const email = 'keyed@example.org';
  const authenticator = new SoftwareAuthenticator(server.origin);
  await member(email, { authenticator });
  await resetByMail(email);
  signedIn(await trySignIn(server, authenticator));
  assert.is(refusalCode(await sign(browser(), email)), 'mailbox_alone');
});

test.run();
