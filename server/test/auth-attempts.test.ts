import { eq, like } from 'drizzle-orm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { failedAttempts } from '@concertation/schema';
import type { AwaitedCode } from '@concertation/shared/contracts';
import { removeOldAttempts } from '../src/auth/attempts/attempts.ts';
import { signInWithPassword } from '../src/auth/index.ts';
import type { AppError } from '../src/lib/index.ts';
import { startTestServer, type TestServer } from './harness.ts';
import { refusalCode } from './support/ask.ts';
import { Browser } from './support/browser.ts';
import { mailsTo } from './support/messages.ts';
import { makeAccount, trySignIn } from './support/passkey-account.ts';
import { goodPassword, sentCode, signInByPassword } from './support/password-sign-in.ts';
import { SoftwareAuthenticator } from './support/software-authenticator.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

let server: TestServer;
test.before(async () => {
  server = await startTestServer();
});
test.after(() => server?.stop());
test.before.each(async () => {
  await server.services.database.db.delete(failedAttempts);
});

const db = () => server.services.database.db;
const browser = () => new Browser(server);
/** The address of whoever fails; the tests themselves come from another. */
const address = '192.0.2.1';
/** A wrong password, not through HTTP, whose own limit a test would meet first; with what refused it. */
const fail = (email: string, by?: Browser, from = address): Promise<AppError> =>
  signInWithPassword(
    server.services,
    { device: 'x', replaces: null, address: from, cookieHeader: by?.header },
    { email, password: 'wrong and long enough' },
  ).then(
    () => assert.unreachable() as never,
    (error: unknown) => error as AppError,
  );
const codeOf = ({ code }: AppError) => code;
const failTimes = async (times: number, email: string, by?: Browser) => {
  for (let tries = 0; tries < times; tries += 1) await fail(email, by);
};
const rowsOf = (kind: string) =>
  db()
    .select()
    .from(failedAttempts)
    .where(like(failedAttempts.key, `${kind}:%`));
/** As if so much time had passed since the failures. */
async function later(milliseconds: number): Promise<void> {
  for (const { key, lastAt, nextAt } of await db().select().from(failedAttempts))
    await db()
      .update(failedAttempts)
      .set({ lastAt: new Date(lastAt.getTime() - milliseconds), nextAt: new Date(nextAt.getTime() - milliseconds) })
      .where(eq(failedAttempts.key, key));
}

// AUT-25; domain 3.5 (EXI 25)
test('after five failures a minute passes, then two, then four, at most an hour, and 25 a day', async () => {
  await makeAccount(server, 'slow@example.org', { password: goodPassword });
  await failTimes(5, 'slow@example.org');
  const delays: number[] = [];
  let elapsed = 0;
  for (let failures = 5; failures <= 25; failures += 1) {
    const refused = await fail('slow@example.org');
    const { seconds } = refused.details as { seconds: number };
    assert.is(refused.code, 'wait');
    delays.push(Math.round(seconds / 60));
    if (failures === 25) break;
    elapsed += seconds;
    await later(seconds * 1000);
    assert.is(codeOf(await fail('slow@example.org')), 'credentials_refused');
  }
  assert.equal(delays.slice(0, 9), [1, 2, 4, 8, 16, 32, 60, 60, 60]);
  assert.is(delays.at(-1), 24 * 60, 'the 26th of a day waits for the next one');
  assert.ok(elapsed < 24 * 3600);
});

// AUT-25
test('while one must wait, the right password waits too, and a try costs nothing more', async () => {
  await makeAccount(server, 'right@example.org', { password: goodPassword });
  const wrong = { email: 'right@example.org', password: 'wrong and long enough' };
  for (let tries = 0; tries < 5; tries += 1) await browser().ask('POST', '/api/sign-in/password', wrong);
  const right = { email: 'right@example.org', password: goodPassword };
  for (let tries = 0; tries < 3; tries += 1)
    assert.is(refusalCode(await browser().ask('POST', '/api/sign-in/password', right)), 'wait');
  assert.is((await rowsOf('account'))[0]?.failures, 5);
  await later(minute);
  assert.is((await signInByPassword(server, browser(), 'right@example.org')).status, 200);
  assert.equal(await rowsOf('account'), [], 'a sign-in forgets them');
});

// AUT-25
test('twenty tries at once are five tries', async () => {
  await makeAccount(server, 'burst@example.org', { password: goodPassword });
  const answers = await Promise.all(Array.from({ length: 20 }, () => fail('burst@example.org')));
  assert.is(answers.filter(({ code }) => code === 'credentials_refused').length, 5);
});

// AUT-25: a stranger locks nobody out.
test('a stranger’s failures delay neither the owner’s known browser nor their passkey', async () => {
  const email = 'owner@example.org';
  const authenticator = new SoftwareAuthenticator(server.origin);
  await makeAccount(server, email, { password: goodPassword, authenticator });
  const own = browser();
  await signInByPassword(server, own, email);
  own.leaveSession();
  await failTimes(6, email);
  assert.is(codeOf(await fail(email)), 'wait');
  assert.is((await signInByPassword(server, own, email)).status, 200);
  assert.is((await trySignIn(server, authenticator)).status, 200);
  assert.is(codeOf(await fail(email)), 'wait', 'the stranger still waits');

  own.leaveSession();
  await failTimes(5, email, own);
  assert.is(codeOf(await fail(email, own)), 'wait', 'a known browser is counted on its own');
});

// AUT-25
test('one’s own mailbox lifts the wait: a new password chosen by its link', async () => {
  const email = 'lifts@example.org';
  const phone = '+33611223344';
  await makeAccount(server, email, { password: goodPassword, phone });
  await failTimes(5, email);
  await browser().ask('POST', '/api/password/forgotten', { email });
  const token = /#([\w-]{43})/.exec((await mailsTo(server, email)).at(-1)?.text ?? '')?.[1];
  await browser().ask('POST', '/api/password/new', { token, password: goodPassword });
  assert.is(codeOf(await fail(email)), 'credentials_refused', 'from the address of the failures too');
  assert.is((await signInByPassword(server, browser(), email, { phone })).status, 200);
});

// AUT-25, AUT-28: a shared computer is never known.
test('a stranger’s failures elsewhere do not keep the owner out of a computer that knows nobody', async () => {
  const email = 'ward@example.org';
  await makeAccount(server, email, { password: goodPassword });
  await failTimes(5, email);
  assert.is(codeOf(await fail(email)), 'wait', 'the stranger waits');
  for (let last = 10; last < 35; last += 1) await fail(email, undefined, `192.0.2.${last}`);
  const another = '192.0.2.99';
  assert.is(codeOf(await fail(email, undefined, another)), 'credentials_refused', 'one try from each address');
  const refused = await fail(email, undefined, another);
  assert.is(refused.code, 'wait', 'the second one waits for everybody’s');
  const { seconds } = refused.details as { seconds: number };
  assert.ok(seconds <= 300, 'five minutes at most');

  const ward = browser();
  const shared = { email, password: goodPassword, shared: true };
  const awaited = await ward.ask('POST', '/api/sign-in/password', shared);
  assert.is(awaited.status, 200);
  const { pendingId } = awaited.body as AwaitedCode;
  const code = await sentCode(server, email);
  assert.is((await ward.ask('POST', '/api/sign-in/code', { pendingId, code })).status, 200);
});

// AUT-25
test('first tries from new addresses do not put off the end of a delay that others wait for', async () => {
  const email = 'put.off@example.org';
  for (let last = 10; last < 36; last += 1) await fail(email, undefined, `192.0.2.${last}`);
  const left = async () => ((await fail(email, undefined, '192.0.2.10')).details as { seconds: number }).seconds;
  await later(30_000);
  const before = await left();
  for (let last = 40; last < 50; last += 1) await fail(email, undefined, `192.0.2.${last}`);
  assert.ok((await left()) <= before);
});

// AUT-25
test('two tries at once from a new address are one free try', async () => {
  const email = 'both@example.org';
  for (let last = 10; last < 40; last += 1) await fail(email, undefined, `192.0.2.${last}`);
  const tries = await Promise.all([1, 2, 3].map(() => fail(email, undefined, '192.0.2.90')));
  assert.is(tries.filter(({ code }) => code === 'credentials_refused').length, 1);
});

// AUT-25
test('the addresses of one network in IPv6 are one address', async () => {
  const email = 'wide@example.org';
  for (let last = 1; last <= 5; last += 1)
    assert.is(codeOf(await fail(email, undefined, `2001:db8:0:7::${last}`)), 'credentials_refused');
  assert.is(codeOf(await fail(email, undefined, '2001:db8:0:7:ffff::1')), 'wait');
  assert.is(codeOf(await fail(email, undefined, '2001:db8:0:8::1')), 'credentials_refused', 'another network');
});

// AUT-25, AUT-28
test('on one shared computer, the failures of one person delay no other; a known browser stays known there', async () => {
  const [careless, careful] = ['careless@example.org', 'careful@example.org'];
  for (const email of [careless, careful]) await makeAccount(server, email, { password: goodPassword });
  const ward = browser();
  const sign = (email: string, password: string) =>
    ward.ask('POST', '/api/sign-in/password', { email, password, shared: true });
  for (let tries = 0; tries < 5; tries += 1) await sign(careless, 'wrong and long enough');
  assert.is(refusalCode(await sign(careless, goodPassword)), 'wait');
  assert.is((await sign(careful, goodPassword)).status, 200);

  const own = browser();
  await db().delete(failedAttempts);
  await signInByPassword(server, own, careful);
  own.leaveSession();
  for (let tries = 0; tries < 5; tries += 1) await sign(careful, 'wrong and long enough');
  const asShared = await own.ask('POST', '/api/sign-in/password', {
    email: careful,
    password: goodPassword,
    shared: true,
  });
  assert.is(asShared.status, 200, 'said to be shared this time, it is still the owner’s');
});

// AUT-25
test('what is counted names no address and nobody, and yesterday’s is forgotten', async () => {
  await fail('secret.person@example.org');
  const rows = await db().select().from(failedAttempts);
  assert.equal(
    rows.map(({ key }) => key.split(':')[0] ?? '').toSorted((a, b) => a.localeCompare(b)),
    ['account', 'address', 'everywhere'],
  );
  assert.not.match(JSON.stringify(rows), /secret|192\.0\.2\.1/);
  await later(day - minute);
  await removeOldAttempts(db());
  assert.is((await db().select().from(failedAttempts)).length, 3);
  await later(2 * minute);
  await removeOldAttempts(db());
  assert.equal(await db().select().from(failedAttempts), []);
});

test.run();
