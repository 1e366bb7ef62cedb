import { eq } from 'drizzle-orm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { accounts, sessions } from '@concertation/schema';
import type { Me } from '@concertation/shared/contracts';
import { startTestServer, type TestServer } from './harness.ts';
import { ask, refusalCode } from './support/ask.ts';
import { mailsTo } from './support/messages.ts';
import { NavigatingBrowser } from './support/navigating-browser.ts';
import { firstSignIn, signedIn } from './support/passkey-account.ts';
import { signIn } from './support/sign-in.ts';
import { SoftwareAuthenticator } from './support/software-authenticator.ts';
import { WalletProvider, type WalletPerson } from './support/wallet-provider.ts';

const wallet = new WalletProvider();
const camille: WalletPerson = { subjectNameId: '899700427885', givenName: 'CAMILLE', familyName: 'DURAND' };
const start = '/api/pro-sante-connect/start';
/** What the page that a visit ended on is told. */
const outcome = (address: URL) => `${address.pathname}${address.search}`;

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
test.before.each(async () => {
  wallet.lies = {};
  wallet.person = camille;
  await server.services.database.db.update(accounts).set({ subjectNameId: null });
});

async function signInByWallet(browser = new NavigatingBrowser()) {
  const landed = await browser.visit(server.origin + start);
  const me = await ask(server, 'GET', '/api/me', { cookie: browser.cookies(server.origin) });
  return { landed, me, browser };
}

/** Somebody with a passkey too, whose account the wallet opens. */
async function linkedMember(email: string) {
  const keys = new SoftwareAuthenticator(server.origin);
  const { cookie, me } = signedIn(await firstSignIn(server, keys, email));
  const { subjectNameId } = camille;
  await server.services.database.db.update(accounts).set({ subjectNameId }).where(eq(accounts.id, me.accountId));
  return { cookie, accountId: me.accountId };
}
const unlinkBy = (cookie: string) => ask(server, 'DELETE', '/api/account/pro-sante-connect', { cookie });

// PSC-9, AUT-35
test('unlinking ends the other sessions that it opened, spares the one in use, and is told by mail', async () => {
  const { cookie } = await linkedMember('unlinks@example.org');
  const [own, elsewhere] = [await signInByWallet(), await signInByWallet()];
  const isIn = async ({ browser }: typeof own) =>
    (await ask(server, 'GET', '/api/me', { cookie: browser.cookies(server.origin) })).status === 200;
  assert.ok((await isIn(own)) && (await isIn(elsewhere)));
  assert.is((await unlinkBy(own.browser.cookies(server.origin))).status, 204);
  assert.ok(await isIn(own), 'to its own end, of four hours at most');
  assert.not(await isIn(elsewhere));
  assert.is((await ask(server, 'GET', '/api/me', { cookie })).status, 200, 'a passkey had opened it');
  const [mail] = (await mailsTo(server, 'unlinks@example.org')).slice(-1);
  assert.is(mail?.subject, 'Pro Santé Connect n’est plus associé à votre compte');
  assert.is(outcome((await signInByWallet()).landed), '/connexion?psc=unknown');
});

// PSC-11
test('a sign-in over there that is hours old opens the session, and is no proof of presence; ours ends with it', async () => {
  const { accountId } = await linkedMember('stale@example.org');
  const provedAt = Math.floor(Date.now() / 1000) - 3 * 3600;
  wallet.lies = { claims: { auth_time: provedAt } };
  const { browser, me } = await signInByWallet();
  assert.is(me.status, 200);
  assert.is(refusalCode(await unlinkBy(browser.cookies(server.origin))), 'proof_needed');
  const rows = await server.services.database.db.select().from(sessions).where(eq(sessions.accountId, accountId));
  const session = rows.find(({ means }) => means === 'pro_sante_connect');
  assert.is(session?.provedAt?.getTime(), provedAt * 1000);
  assert.is(session?.endsAt.getTime(), (provedAt + 4 * 3600) * 1000);
});

// PSC-11
test('a provider that does not say when opens the session, and proves no presence', async () => {
  await linkedMember('untold@example.org');
  wallet.lies = { claims: { auth_time: undefined } };
  const { browser, me } = await signInByWallet();
  assert.is(me.status, 200);
  assert.is(refusalCode(await unlinkBy(browser.cookies(server.origin))), 'proof_needed');
});

/** Goes to the wallet to link, and comes back. */
async function linkVisit(cookie: string): Promise<URL> {
  const browser = new NavigatingBrowser();
  browser.take(server.origin, cookie);
  return browser.visit(`${server.origin}${start}?purpose=link`);
}

// PSC-11
test('a link asks for a proof of the last ten minutes, and is refused for an older one or an untold one', async () => {
  const cookie = (await signIn(server, 'presenter')).cookie;
  const asked = new NavigatingBrowser();
  asked.take(server.origin, cookie);
  const left = await asked.step(`${server.origin}${start}?purpose=link`);
  assert.is(new URL(left.headers.get('location') ?? '').searchParams.get('max_age'), '600');
  for (const auth_time of [
    Math.floor(Date.now() / 1000) - 700,
    Math.floor(Date.now() / 1000) + 300,
    undefined,
    'now',
  ]) {
    wallet.lies = { claims: { auth_time } };
    const landed = await linkVisit(cookie);
    assert.is(outcome(landed), '/compte?psc=refused', String(auth_time));
  }
  wallet.lies = { claims: { auth_time: Math.floor(Date.now() / 1000) - 500 } };
  assert.is(outcome(await linkVisit(cookie)), '/compte?psc=named');
});

// PSC-11, AUT-28
test('on a shared computer, only who has just identified themselves over there is signed in', async () => {
  await linkedMember('ward.next@example.org');
  const shared = `${server.origin}${start}?shared=true`;
  const left = await new NavigatingBrowser().step(shared);
  assert.is(new URL(left.headers.get('location') ?? '').searchParams.get('max_age'), '60');
  for (const auth_time of [Math.floor(Date.now() / 1000) - 300, undefined]) {
    wallet.lies = { claims: { auth_time } };
    const browser = new NavigatingBrowser();
    assert.is(outcome(await browser.visit(shared)), '/connexion?psc=refused', String(auth_time));
    assert.is((await ask(server, 'GET', '/api/me', { cookie: browser.cookies(server.origin) })).status, 401);
  }
  wallet.lies = {};
  const browser = new NavigatingBrowser();
  await browser.visit(shared);
  const me = await ask(server, 'GET', '/api/me', { cookie: browser.cookies(server.origin) });
  assert.equal([me.status, (me.body as Me).shared], [200, true]);
});

// PSC-11
test('a sign-in over there of more than four hours ago is refused', async () => {
  await linkedMember('older@example.org');
  wallet.lies = { claims: { auth_time: Math.floor(Date.now() / 1000) - 4 * 3600 - 60 } };
  assert.is(outcome((await signInByWallet()).landed), '/connexion?psc=refused');
});

test.run();
