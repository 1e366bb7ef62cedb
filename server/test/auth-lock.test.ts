import { eq } from 'drizzle-orm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { auditEvents, devices, failedAttempts, sessions } from '@concertation/schema';
import type { Me, WaysIn } from '@concertation/shared/contracts';
import { startTestServer, type TestServer } from './harness.ts';
import { auditTrail } from './support/audit-trail.ts';
import { refusalCode } from './support/ask.ts';
import { Browser } from './support/browser.ts';
import { mailsTo } from './support/messages.ts';
import { MediaClient } from './support/media-client.ts';
import { firstSignIn, makeAccount, type Ceremony } from './support/passkey-account.ts';
import { goodPassword, signInByPassword } from './support/password-sign-in.ts';
import { RawSocket } from './support/raw-socket.ts';
import { SoftwareAuthenticator } from './support/software-authenticator.ts';
import { waitFor } from './support/wait-for.ts';

const withinMs = 5_000;

let server: TestServer;
test.before(async () => {
  server = await startTestServer();
});
test.after(() => server?.stop());

const db = () => server.services.database.db;

let people = 0;
/** Somebody with a password, signed in from a browser of their own; and with a passkey, if asked. */
async function member({ withPasskey = false } = {}) {
  people += 1;
  const email = `locked.${people}@example.org`;
  const keys = new SoftwareAuthenticator(server.origin);
  const accountId = await makeAccount(server, email, {
    password: goodPassword,
    ...(withPasskey ? { authenticator: keys } : {}),
  });
  const own = new Browser(server);
  await signInByPassword(server, own, email);
  const choosePin = (pin: string) => own.ask('POST', '/api/account/pin', { pin });
  const lock = () => own.ask('POST', '/api/lock');
  const unlock = (pin: string) => own.ask('POST', '/api/unlock', { pin });
  return { email, accountId, keys, own, choosePin, lock, unlock };
}

/** The whole ceremony of a proof, or of an unlocking, by whoever holds these keys. */
async function byPasskey(own: Browser, keys: SoftwareAuthenticator, what: 'proof' | 'unlock/passkey', finish = what) {
  const begun = await own.ask('POST', `/api/${what}/start`);
  if (begun.status !== 200) return begun;
  const { ceremonyId, options } = begun.body as Ceremony;
  return own.ask('POST', `/api/${finish}/finish`, { ceremonyId, credential: keys.get(options) });
}

// PA-24, AUT-31
test('a locked screen is answered nothing but whose it is, unlocking and leaving', async () => {
  const { own, choosePin, lock, unlock } = await member();
  assert.is((await choosePin('2580')).status, 204);
  assert.is((await lock()).status, 204);
  assert.is(((await own.ask('GET', '/api/me')).body as Me).locked, true);
  for (const path of ['/api/sessions', '/api/account/profile', '/api/account/ways-in', '/api/cases', '/api/boards'])
    assert.is(refusalCode(await own.ask('GET', path)), 'screen_locked', path);
  assert.is(refusalCode(await own.ask('POST', '/api/account/pin', { pin: '0000' })), 'screen_locked');
  assert.is(refusalCode(await own.ask('POST', '/api/proof/password', { password: goodPassword })), 'screen_locked');
  assert.is((await unlock('2580')).status, 204);
  assert.is(((await own.ask('GET', '/api/me')).body as Me).locked, false);
  assert.is((await own.ask('GET', '/api/sessions')).status, 200);
});

// PA-24, AUT-35
test('the choice of four digits is told by mail, without them', async () => {
  const { email, choosePin } = await member();
  assert.is((await choosePin('2580')).status, 204);
  const mail = (await mailsTo(server, email)).at(-1);
  assert.is(mail?.subject, 'Un code de déverrouillage a été choisi');
  assert.not.match(mail?.text ?? '', '2580');
});

// PA-24, AUT-31
test('a screen that nobody could unlock is not locked', async () => {
  const { own, lock } = await member();
  assert.is(refusalCode(await lock()), 'pin_missing');
  assert.is(((await own.ask('GET', '/api/me')).body as Me).locked, false);
  const keyed = await member({ withPasskey: true });
  assert.is((await keyed.lock()).status, 204);
  assert.is(refusalCode(await keyed.unlock('0000')), 'pin_refused');
});

// PA-24, AUT-31
test('the fifth wrong code ends the session, and many at once are five', async () => {
  await db().delete(failedAttempts);
  const { own, choosePin, lock, unlock } = await member();
  await choosePin('2580');
  await lock();
  const left: unknown[] = [];
  for (let tries = 0; tries < 4; tries += 1) {
    const refused = await unlock('0000');
    assert.is(refusalCode(refused), 'pin_refused');
    left.push((refused.body as { details: { left: number } }).details.left);
  }
  assert.equal(left, [4, 3, 2, 1]);
  assert.is(refusalCode(await unlock('0000')), 'signed_out');
  assert.is(refusalCode(await own.ask('GET', '/api/me')), 'signed_out');
  assert.is(refusalCode(await unlock('2580')), 'signed_out');

  const burst = await member();
  await burst.choosePin('2580');
  await burst.lock();
  const pins = ['0000', '0001', '0002', '0003', '0004', '0005', '0006', '0007'];
  const answers = await Promise.all(pins.map((pin) => burst.unlock(pin)));
  const refusals = answers.map(refusalCode);
  assert.is(refusals.filter((code) => code === 'pin_refused').length, 4);
  assert.ok(refusals.every((code) => code === 'pin_refused' || code === 'signed_out'));
});

// PA-24, AUT-31
test('a right code forgets the wrong ones before it', async () => {
  const { choosePin, lock, unlock } = await member();
  await choosePin('2580');
  for (let rounds = 0; rounds < 2; rounds += 1) {
    await lock();
    for (let tries = 0; tries < 4; tries += 1) assert.is(refusalCode(await unlock('0000')), 'pin_refused');
    assert.is((await unlock('2580')).status, 204);
  }
});

// PA-24, AUT-31
test('four digits are of one browser, open no session, prove nothing, and are kept as a peppered Argon2id', async () => {
  const { own, email, choosePin, lock, unlock, accountId } = await member();
  await choosePin('2580');
  const elsewhere = new Browser(server);
  await signInByPassword(server, elsewhere, email);
  assert.is(refusalCode(await elsewhere.ask('POST', '/api/lock')), 'pin_missing');
  const [device] = await db().select().from(devices).where(eq(devices.accountId, accountId));
  assert.match(device?.pinHash ?? '', /^\$argon2id\$/);
  const ways = (await own.ask('GET', '/api/account/ways-in')).body as WaysIn;
  assert.equal(
    ways.devices.map(({ hasPin }) => hasPin).toSorted((a, b) => Number(a) - Number(b)),
    [false, true],
  );
  assert.not.match(JSON.stringify(ways), 'argon2');

  const long = new Date(Date.now() - 3_600_000);
  await db().update(sessions).set({ provedAt: long }).where(eq(sessions.accountId, accountId));
  await lock();
  await unlock('2580');
  assert.is(refusalCode(await own.ask('POST', '/api/account/recovery-codes')), 'proof_needed');
  await own.ask('POST', '/api/logout');
  assert.is(refusalCode(await unlock('2580')), 'signed_out');
  for (const pin of ['123', '12345', 'abcd', '']) assert.is(refusalCode(await choosePin(pin)), 'signed_out');
});

// PA-24
test('a PIN is four digits', async () => {
  const { choosePin } = await member();
  for (const pin of ['123', '12345', 'abcd', '']) assert.is(refusalCode(await choosePin(pin)), 'invalid', pin);
});

// PA-25, AUT-31
test('biometrics, that is a passkey, unlock the screen; another’s do not', async () => {
  const { own, keys, lock } = await member({ withPasskey: true });
  const stranger = await member({ withPasskey: true });
  await lock();
  const { ceremonyId, options } = (await own.ask('POST', '/api/unlock/passkey/start')).body as Ceremony;
  assert.equal(
    (options.allowCredentials as { id: string }[]).map(({ id }) => id),
    keys.keys.map(({ id }) => id),
  );
  const credential = stranger.keys.get(options);
  assert.is(
    refusalCode(await own.ask('POST', '/api/unlock/passkey/finish', { ceremonyId, credential })),
    'passkey_refused',
  );
  assert.is(refusalCode(await own.ask('GET', '/api/sessions')), 'screen_locked');
  assert.is((await byPasskey(own, keys, 'unlock/passkey')).status, 204);
  assert.is((await own.ask('GET', '/api/sessions')).status, 200);
  const audit = await auditTrail(server, eq(auditEvents.kind, 'session.unlocked'));
  assert.equal(audit.at(-1)?.details, { by: 'passkey' });
});

// AUT-10, AUT-30
test('an answer to a proof unlocks nothing, and one account’s proof is not another’s', async () => {
  const { own, keys, lock } = await member({ withPasskey: true });
  const begun = (await own.ask('POST', '/api/proof/start')).body as Ceremony;
  const other = await member({ withPasskey: true });
  const body = { ceremonyId: begun.ceremonyId, credential: keys.get(begun.options) };
  assert.is(refusalCode(await other.own.ask('POST', '/api/proof/finish', body)), 'passkey_challenge');
  assert.is(refusalCode(await own.ask('POST', '/api/proof/finish', body)), 'passkey_challenge', 'and it is used up');
  const again = (await own.ask('POST', '/api/proof/start')).body as Ceremony;
  await lock();
  const crossed = { ceremonyId: again.ceremonyId, credential: keys.get(again.options) };
  assert.is(refusalCode(await own.ask('POST', '/api/unlock/passkey/finish', crossed)), 'passkey_challenge');
});

// AUT-30
test('a passkey proves that one is there, for ten minutes', async () => {
  const { own, keys, accountId } = await member({ withPasskey: true });
  const make = () => own.ask('POST', '/api/account/recovery-codes');
  await db()
    .update(sessions)
    .set({ provedAt: new Date(Date.now() - 600_001) })
    .where(eq(sessions.accountId, accountId));
  assert.is(refusalCode(await make()), 'proof_needed');
  assert.is((await byPasskey(own, keys, 'proof')).status, 204);
  assert.is((await make()).status, 200);
  const without = await member();
  assert.is(refusalCode(await byPasskey(without.own, keys, 'proof')), 'passkey_missing');
});

// AUT-31
test('the open channels of a locked screen close within five seconds, told or not, and come back once unlocked', async () => {
  const { own, accountId, choosePin, lock, unlock } = await member();
  await choosePin('2580');
  for (const isTold of [true, false]) {
    const sync = await RawSocket.connect(server, { cookie: own.header });
    const media = await MediaClient.connect(server, { cookie: own.header });
    assert.ok(sync instanceof RawSocket && media instanceof MediaClient);
    if (isTold) await lock();
    else await db().update(sessions).set({ lockedAt: new Date() }).where(eq(sessions.accountId, accountId));
    await waitFor(() => sync.closed !== null && media.closed !== null, 'both closed', withinMs);
    assert.equal([sync.closed?.code, media.closed], [4423, 4423]);
    assert.is(await RawSocket.connect(server, { cookie: own.header }), 401);
    await unlock('2580');
  }
  assert.ok((await RawSocket.connect(server, { cookie: own.header })) instanceof RawSocket);
});

// AUT-28
test('whoever signs in with a passkey on their own computer may choose a PIN there', async () => {
  const keys = new SoftwareAuthenticator(server.origin);
  const own = new Browser(server);
  const email = 'keyed.pin@example.org';
  const answer = await firstSignIn(server, keys, email);
  for (const set of answer.response.headers.getSetCookie()) {
    const [name = '', value = ''] = (set.split(';', 1)[0] as string).split('=', 2);
    own.cookies.set(name, value);
  }
  assert.is((await own.ask('POST', '/api/account/pin', { pin: '2580' })).status, 204);
});

test.run();
