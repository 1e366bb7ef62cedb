import { eq } from 'drizzle-orm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { accountLinks, auditEvents, devices, pendingSignIns } from '@concertation/schema';
import type { KnownDevice, WaysIn } from '@concertation/shared/contracts';
import { startTestServer, type TestServer } from './harness.ts';
import { auditTrail } from './support/audit-trail.ts';
import { refusalCode } from './support/ask.ts';
import { Browser } from './support/browser.ts';
import { mailsTo } from './support/messages.ts';
import { firstSignIn, makeAccount } from './support/passkey-account.ts';
import { givePassword, goodPassword, sentCode, signInByPassword } from './support/password-sign-in.ts';
import { signIn } from './support/sign-in.ts';
import { SoftwareAuthenticator } from './support/software-authenticator.ts';
import { waitFor } from './support/wait-for.ts';

let server: TestServer;
test.before(async () => {
  server = await startTestServer();
});
test.after(() => server?.stop());

const db = () => server.services.database.db;
const browser = () => new Browser(server);
const newConnections = async (email: string) =>
  (await mailsTo(server, email)).filter(({ subject }) => subject === 'Nouvelle connexion à votre compte');

// AUT-27
test('a sign-in from an unknown browser is told by mail, from a known one it is not', async () => {
  const email = 'device@example.org';
  await makeAccount(server, email, { password: goodPassword });
  const own = browser();
  const answer = await signInByPassword(server, own, email);
  const [, device] = answer.response.headers.getSetCookie();
  assert.match(device ?? '', /^device=[\w-]{43}; HttpOnly; Max-Age=15552000; Path=\/; SameSite=Lax$/);
  const [mail] = await newConnections(email);
  assert.match(mail?.text ?? '', 'Appareil inconnu');
  assert.match(mail?.text ?? '', /\d{1,2} \p{L}+ \d{4} à \d{2}:\d{2}/u);
  const [row] = await db().select().from(devices);
  assert.not.match(JSON.stringify(row), own.cookies.get('device') as string);

  own.leaveSession();
  await signInByPassword(server, own, email);
  assert.is((await newConnections(email)).length, 1);
  await signInByPassword(server, browser(), email);
  assert.is((await newConnections(email)).length, 2);
});

// AUT-27
test('a passkey is told the same; a demonstration account’s click is not', async () => {
  const email = 'keyed@example.org';
  await firstSignIn(server, new SoftwareAuthenticator(server.origin), email);
  assert.is((await newConnections(email)).length, 1);
  const { me } = await signIn(server, 'secretary');
  assert.equal(await newConnections(me.email ?? ''), []);
});

// AUT-28
test('on a shared computer nothing is remembered, and each sign-in is told', async () => {
  const email = 'ward@example.org';
  await makeAccount(server, email, { password: goodPassword });
  const ward = browser();
  for (let times = 1; times <= 2; times += 1) {
    const given = await ward.ask('POST', '/api/sign-in/password', { email, password: goodPassword, shared: true });
    const { pendingId } = given.body as { pendingId: string };
    const answer = await ward.ask('POST', '/api/sign-in/code', { pendingId, code: await sentCode(server, email) });
    const cookies = answer.response.headers.getSetCookie();
    assert.is(cookies.length, 1);
    assert.not.match(cookies[0] ?? '', 'Max-Age');
    assert.equal((answer.body as { shared: boolean; idleMs: number }).shared, true);
    assert.is((await newConnections(email)).length, times);
    assert.match((await newConnections(email)).at(-1)?.text ?? '', 'poste partagé');
  }
  const { devices: known } = (await ward.ask('GET', '/api/account/ways-in')).body as WaysIn;
  assert.equal(known, []);
  assert.is(refusalCode(await ward.ask('POST', '/api/account/pin', { pin: '1357' })), 'device_unknown');
});

// AUT-27
test('two people of one browser have each their own; a name that this server did not give is not taken', async () => {
  const own = browser();
  own.cookies.set('device', 'A'.repeat(43));
  for (const email of ['first.of@example.org', 'second.of@example.org']) {
    await makeAccount(server, email, { password: goodPassword });
    own.leaveSession();
    await signInByPassword(server, own, email);
    assert.is.not(own.cookies.get('device'), 'A'.repeat(43));
    const { devices: known } = (await own.ask('GET', '/api/account/ways-in')).body as WaysIn;
    assert.equal(
      known.map(({ current }) => current),
      [true],
    );
  }
});

// AUT-27
test('a browser that is forgotten is signed out and unknown again; another account’s is the same as none', async () => {
  const email = 'forget@example.org';
  await makeAccount(server, email, { password: goodPassword });
  const [own, lost] = [browser(), browser()];
  await signInByPassword(server, lost, email);
  await signInByPassword(server, own, email);
  const { devices: known } = (await own.ask('GET', '/api/account/ways-in')).body as WaysIn;
  const { deviceId } = known.find(({ current }) => !current) as KnownDevice;
  const stranger = browser();
  await makeAccount(server, 'stranger@example.org', { password: goodPassword });
  await signInByPassword(server, stranger, 'stranger@example.org');
  const path = `/api/account/devices/${deviceId}`;
  assert.is(refusalCode(await stranger.ask('DELETE', path)), 'not_found');
  assert.is((await own.ask('DELETE', path)).status, 204);
  assert.is(refusalCode(await lost.ask('GET', '/api/me')), 'signed_out');
  assert.is(refusalCode(await own.ask('DELETE', path)), 'not_found');
  const audit = await auditTrail(server, eq(auditEvents.kind, 'device.forgotten'));
  assert.equal(audit.at(-1)?.details, { deviceId });
  const before = (await newConnections(email)).length;
  await signInByPassword(server, lost, email);
  assert.is((await newConnections(email)).length, before + 1);
});

// AUT-22, AUT-26
test('the sweep forgets what was not finished in time', async () => {
  const email = 'swept@example.org';
  const accountId = await makeAccount(server, email, { password: goodPassword });
  await givePassword(browser(), email);
  await browser().ask('POST', '/api/password/forgotten', { email });
  const past = { expiresAt: new Date(0) };
  await db().update(pendingSignIns).set(past).where(eq(pendingSignIns.accountId, accountId));
  await db().update(accountLinks).set(past).where(eq(accountLinks.accountId, accountId));
  const left = async () => [
    ...(await db().select().from(pendingSignIns).where(eq(pendingSignIns.accountId, accountId))),
    ...(await db().select().from(accountLinks).where(eq(accountLinks.accountId, accountId))),
  ];
  await waitFor(async () => (await left()).length === 0, 'the sweep', 40_000);
});

test.run();
