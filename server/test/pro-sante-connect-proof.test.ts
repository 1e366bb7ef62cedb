import { eq } from 'drizzle-orm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { accounts, auditEvents, sessions } from '@concertation/schema';
import type { Me } from '@concertation/shared/contracts';
import { startTestServer, type TestServer } from './harness.ts';
import { ask, refusalCode } from './support/ask.ts';
import { auditTrail } from './support/audit-trail.ts';
import { NavigatingBrowser } from './support/navigating-browser.ts';
import { signIn } from './support/sign-in.ts';
import { type WalletPerson, WalletProvider } from './support/wallet-provider.ts';

// PSC-10: who has no passkey and no password proves with Pro Santé Connect to be there.

const wallet = new WalletProvider();
const camille: WalletPerson = { subjectNameId: '899700427885', givenName: 'CAMILLE', familyName: 'DURAND' };
const stranger: WalletPerson = { subjectNameId: '899700427893', givenName: 'ANNE', familyName: 'AUTRE' };
let server: TestServer;

test.before(async () => {
  const issuer = await wallet.open();
  server = await startTestServer({
    PSC: issuer,
    PSC_CLIENT_ID: wallet.clientId,
    PSC_CLIENT_SECRET: wallet.clientSecret,
  });
  wallet.trust(server.origin);
});
test.after(async () => {
  await server?.stop();
  await wallet.close();
});
test.before.each(() => {
  wallet.person = camille;
});

const db = () => server.services.database.db;
const start = `/api/pro-sante-connect/start?purpose=prove`;
const landing = ({ headers }: Response) => new URL(headers.get('location') ?? '', server.origin);
const outcome = (address: URL) => `${address.pathname}${address.search}`;

/** The presenter signed in long ago, linked to Pro Santé Connect. */
async function atWork() {
  const { cookie, me } = await signIn(server, 'presenter');
  const { subjectNameId } = camille;
  await db().update(accounts).set({ subjectNameId }).where(eq(accounts.id, me.accountId));
  // The click of a demonstration is never asked: this is a session that Pro Santé Connect opened, some time ago.
  const former = { means: 'pro_sante_connect', provedAt: null };
  await db().update(sessions).set(former).where(eq(sessions.accountId, me.accountId));
  const browser = new NavigatingBrowser();
  browser.take(server.origin, cookie);
  const engages = () => ask(server, 'POST', '/api/account/recovery-codes', { cookie: browser.cookies(server.origin) });
  return { browser, me, cookie, engages };
}

// PSC-10, AUT-30
test('a proof by Pro Santé Connect opens what engages, in the session that is open, and leaves its trace', async () => {
  const { browser, me, cookie, engages } = await atWork();
  assert.is(refusalCode(await engages()), 'proof_needed');
  const landed = await browser.visit(`${server.origin}${start}&vers=//evil.example`);
  assert.is(outcome(landed), '/identite-confirmee');
  assert.is((await engages()).status, 200);
  assert.is(browser.cookies(server.origin), cookie, 'no other session was opened');
  const [proved] = (await auditTrail(server, eq(auditEvents.kind, 'session.proved'))).slice(-1);
  assert.equal([proved?.accountId, proved?.details], [me.accountId, { by: 'pro_sante_connect' }]);
});

// PSC-10
test('somebody else’s card, nobody signed in, and a session that changed hands prove nothing', async () => {
  const { browser, engages } = await atWork();
  wallet.person = stranger;
  assert.is(outcome(await browser.visit(server.origin + start)), '/identite-confirmee?psc=refused');
  assert.is(refusalCode(await engages()), 'proof_needed');

  assert.is(outcome(await new NavigatingBrowser().visit(server.origin + start)), '/connexion');

  wallet.person = camille;
  const returning = await browser.visit(server.origin + start, ({ pathname }) => pathname.endsWith('/callback'));
  const another = await signIn(server, 'expert');
  browser.take(server.origin, another.cookie);
  assert.is(outcome(await browser.visit(returning.href)), '/identite-confirmee?psc=refused');
});

// PSC-10
test('an identification that is older than a minute there, or of an age that is not told, is no proof of presence', async () => {
  const { browser, engages } = await atWork();
  const seen = await browser.step(server.origin + start);
  const asked = new URL(seen.headers.get('location') ?? '');
  assert.is(asked.searchParams.get('max_age'), '60');
  wallet.lies = {
    idToken: (token) => wallet.forge(token, { auth_time: Math.floor(Date.now() / 1000) - 300 }),
  };
  assert.is(outcome(await browser.visit(server.origin + start)), '/identite-confirmee?psc=refused');
  assert.is(refusalCode(await engages()), 'proof_needed');
  wallet.lies = {};
});

// AUT-31, PSC-10
test('a proof unlocks no screen: not asked for from a locked one, nor begun before it was locked', async () => {
  const { browser, me, cookie } = await atWork();
  const own = eq(sessions.accountId, me.accountId);
  const provedAt = async () => (await db().select().from(sessions).where(own)).map((row) => row.provedAt);
  const left = await browser.visit(server.origin + start, ({ pathname }) => pathname.endsWith('/callback'));
  await db().update(sessions).set({ lockedAt: new Date() }).where(own);
  assert.is(outcome(await browser.visit(left.href)), '/identite-confirmee?psc=refused');
  assert.is(outcome(await browser.step(server.origin + start).then(landing)), '/identite-confirmee?psc=refused');
  assert.is(((await ask(server, 'GET', '/api/me', { cookie })).body as Me).locked, true);
  assert.ok(
    (await provedAt()).every((at) => at === null),
    'and it proves nothing once unlocked',
  );
  const unlocked = await auditTrail(server, eq(auditEvents.kind, 'session.unlocked'));
  assert.equal(unlocked, []);
});

test.run();
