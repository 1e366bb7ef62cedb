import { eq } from 'drizzle-orm';
import { SignJWT } from 'jose';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { accounts, auditEvents, provenIdentities, providerVisits, validationRequests } from '@concertation/schema';
import type { Me } from '@concertation/shared/contracts';
import { startTestServer, type TestServer } from './harness.ts';
import { ask, refusalCode } from './support/ask.ts';
import { auditTrail } from './support/audit-trail.ts';

import { NavigatingBrowser } from './support/navigating-browser.ts';
import { signIn } from './support/sign-in.ts';
import { WalletProvider, type WalletLies, type WalletPerson } from './support/wallet-provider.ts';

const wallet = new WalletProvider();
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
  const verifiedAt = new Date();
  await server.services.database.db.update(accounts).set({ subjectNameId: null, rpps: null, verifiedAt });
});

const camille: WalletPerson = { subjectNameId: '899700427885', givenName: 'CAMILLE', familyName: 'DURAND' };
const other: WalletPerson = { subjectNameId: '899700427893', givenName: 'CAMILLE', familyName: 'DURAND' };
const start = '/api/pro-sante-connect/start';
const callback = '/api/pro-sante-connect/callback';
const isCallback = (address: URL) => address.pathname === callback;

/** What the page that a visit ended on is told. */
const outcome = (address: URL) => `${address.pathname}${address.search}`;

const inAnHour = () => new Date(Date.now() + 3_600_000);

/** Goes to the wallet to link, and comes back named. */
async function named(account: 'presenter' | 'coordinator') {
  const browser = new NavigatingBrowser();
  const { cookie, me } = await signIn(server, account);
  browser.take(server.origin, cookie);
  const landed = await browser.visit(`${server.origin}${start}?purpose=link`);
  return { browser, me, landed };
}

async function link(account: 'presenter' | 'coordinator' = 'presenter') {
  const { browser, me, landed } = await named(account);
  const answer = await ask(server, 'POST', '/api/account/pro-sante-connect', {
    cookie: browser.cookies(server.origin),
  });
  return { browser, me, landed, answer };
}

/** The presenter's account, linked already: navigations are counted by the minute. */
async function linked(): Promise<string> {
  const { me } = await signIn(server, 'presenter');
  const { subjectNameId } = camille;
  await server.services.database.db.update(accounts).set({ subjectNameId }).where(eq(accounts.id, me.accountId));
  return me.accountId;
}

async function signInByWallet(browser = new NavigatingBrowser()) {
  const landed = await browser.visit(server.origin + start);
  const me = await ask(server, 'GET', '/api/me', { cookie: browser.cookies(server.origin) });
  return { landed, me, browser };
}

// PA-12, PA-15
test('an account that was proven is linked once, by who proved both, and then opens with Pro Santé Connect', async () => {
  const { me, landed, answer } = await link();
  assert.is(outcome(landed), '/compte?psc=named');
  assert.is(answer.status, 204);
  const [row] = await server.services.database.db.select().from(accounts).where(eq(accounts.id, me.accountId));
  assert.equal([row?.subjectNameId, row?.rpps], ['899700427885', '99700427885']);

  const signed = await signInByWallet();
  assert.is(outcome(signed.landed), '/');
  const wanted = await new NavigatingBrowser().visit(
    `${server.origin}${start}?vers=${encodeURIComponent('/avis?x=1')}`,
  );
  assert.is(outcome(wanted), '/avis?x=1');
  const elsewhere = await new NavigatingBrowser().visit(`${server.origin}${start}?vers=//autre.example`);
  assert.is(elsewhere.href, `${server.origin}/`);
  assert.is((signed.me.body as Me).accountId, me.accountId);
  const opened = await auditTrail(server, eq(auditEvents.kind, 'session.opened'));
  assert.is((opened.at(-1)?.details as { means: string } | undefined)?.means, 'pro_sante_connect');
});

// PA-13, PA-50
test('nobody is signed in, and no account is made, for whom no account is linked', async () => {
  const { db } = server.services.database;
  const before = await db.$count(accounts);
  const { landed, me } = await signInByWallet();
  assert.is(outcome(landed), '/connexion?psc=unknown');
  assert.is(me.status, 401);
  assert.is(await db.$count(accounts), before);
});

test('an identity serves once, in the browser that was named, and not after half an hour', async () => {
  const { browser, answer } = await link();
  assert.is(answer.status, 204);
  const again = await ask(server, 'POST', '/api/account/pro-sante-connect', { cookie: browser.cookies(server.origin) });
  assert.is(refusalCode(again), 'link_ended');

  const second = new NavigatingBrowser();
  second.take(server.origin, (await signIn(server, 'coordinator')).cookie);
  await second.visit(`${server.origin}${start}?purpose=link`);
  await server.services.database.db.update(provenIdentities).set({ expiresAt: new Date() });
  const late = await ask(server, 'POST', '/api/account/pro-sante-connect', { cookie: second.cookies(server.origin) });
  assert.is(refusalCode(late), 'link_ended');
});

test('an account is not linked to another name, to another number than its own, or to what another account has', async () => {
  wallet.person = { ...camille, familyName: 'MARTIN' };
  assert.is(refusalCode((await link()).answer), 'pro_sante_connect_refused');

  wallet.person = camille;
  assert.is((await link()).answer.status, 204);
  wallet.person = other;
  assert.is(refusalCode((await link()).answer), 'pro_sante_connect_refused');

  wallet.person = { ...camille, familyName: 'VASSEUR' };
  assert.is(refusalCode((await link('coordinator')).answer), 'rpps_taken');
});

// product.md 3.4 n° 14
test('a number that was only claimed is not verified by an identity that does not bear it', async () => {
  const { me } = await signIn(server, 'presenter');
  const { db } = server.services.database;
  const mine = eq(accounts.id, me.accountId);
  await db.update(accounts).set({ rpps: '89900000012', verifiedAt: null, trialEndsAt: inAnHour() }).where(mine);
  wallet.person = {
    subjectNameId: 'ANS20231122132732',
    givenName: 'CAMILLE',
    familyName: 'DURAND',
    otherIds: [{ identifiant: 'ANS20231122132732', origine: 'EDIT' }],
  };
  assert.is((await link()).answer.status, 204);
  const [row] = await db.select().from(accounts).where(mine);
  assert.is(row?.rpps, null);
  assert.ok(row?.verifiedAt);
});

// REG-13; PA-12
test('an account that Pro Santé Connect verifies waits for no other answer', async () => {
  const { me, cookie } = await signIn(server, 'presenter');
  const { db } = server.services.database;
  await db.update(accounts).set({ verifiedAt: null, trialEndsAt: inAnHour() }).where(eq(accounts.id, me.accountId));
  const body = { kind: 'administrator', message: 'Je travaille ici.' };
  assert.is((await ask(server, 'POST', '/api/account/validation', { cookie, body })).status, 204);
  assert.is((await link()).answer.status, 204);
  const requests = await db.select().from(validationRequests).where(eq(validationRequests.accountId, me.accountId));
  assert.equal(
    requests.map(({ state, decidedBy }) => [state, decidedBy]),
    [['withdrawn', null]],
  );
});

test('whom the card names is the business of the account that asked, and of no other in the same browser', async () => {
  const browser = new NavigatingBrowser();
  browser.take(server.origin, (await signIn(server, 'presenter')).cookie);
  const returned = await browser.visit(`${server.origin}${start}?purpose=link`, isCallback);
  browser.take(server.origin, (await signIn(server, 'expert')).cookie);
  assert.is(outcome(await browser.visit(returned.href)), '/compte?psc=refused');

  const { browser: second } = await named('presenter');
  second.take(server.origin, (await signIn(server, 'expert')).cookie);
  const cookie = second.cookies(server.origin);
  assert.is((await ask(server, 'GET', '/api/account/pro-sante-connect', { cookie })).body, null);
  assert.is(refusalCode(await ask(server, 'POST', '/api/account/pro-sante-connect', { cookie })), 'link_ended');
});

test('a suspended account is not opened', async () => {
  const accountId = await linked();
  const { db } = server.services.database;
  await db.update(accounts).set({ suspendedAt: new Date() }).where(eq(accounts.id, accountId));
  const { landed, me } = await signInByWallet();
  assert.is(outcome(landed), '/connexion?psc=unknown');
  assert.is(me.status, 401);
  await db.update(accounts).set({ suspendedAt: null }).where(eq(accounts.id, accountId));
});

const minute = () => Math.floor(Date.now() / 1000) - 3600;
const swapped = { otherIds: [{ identifiant: '899700427893', origine: 'RPPS' }] };
const hostile: Record<string, WalletLies> = {
  'another issuer': { claims: { iss: 'https://auth.autre.example' } },
  'another audience': { claims: { aud: 'autre' } },
  'the nonce of another visit': { claims: { nonce: 'rejoue' } },
  'no nonce': { claims: { nonce: null } },
  'an expired id token': { claims: { exp: minute(), iat: minute() - 60 } },
  'a lower level': { claims: { acr: 'eidas0' } },
  'no level': { claims: { acr: null } },
  'the name of another person': { claims: { sub: 'f:899700427893' } },
  'alg=none': {
    idToken: (token) => {
      const header = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url');
      return `${header}.${token.split('.')[1]}.`;
    },
  },
  'a signature by nobody': { idToken: (token) => `${token.slice(0, -8)}AAAAAAAA` },
  'a signature with the secret instead of the key': {
    idToken: (token) => {
      const payload = JSON.parse(Buffer.from(token.split('.')[1] as string, 'base64url').toString()) as object;
      const secret = new TextEncoder().encode(wallet.clientSecret);
      return new SignJWT({ ...payload }).setProtectedHeader({ alg: 'HS256' }).sign(secret);
    },
  },
  'a swapped RPPS number': { userinfo: { SubjectNameID: '899700427893', preferred_username: '899700427893' } },
  'two RPPS numbers': { userinfo: swapped },
  'userinfo about another subject': { userinfo: { sub: 'f:899700427893' } },
  'an introspection that names another': { introspection: { SubjectNameID: '899700427893' } },
  'a token that is no longer active': { introspection: { active: false } },
};

// product.md 3.4 n° 14
for (const [what, lies] of Object.entries(hostile))
  test(`refused: ${what}`, async () => {
    await linked();
    wallet.lies = lies;
    const { landed, me } = await signInByWallet();
    assert.is(outcome(landed), '/connexion?psc=refused');
    assert.is(me.status, 401);
    const rows = await auditTrail(server, eq(auditEvents.kind, 'session.refused'));
    assert.equal(rows.at(-1)?.details, { reason: 'pro_sante_connect_refused' });
  });

/** Goes to the wallet and stops before the return. */
async function untilReturn(browser: NavigatingBrowser): Promise<URL> {
  return browser.visit(server.origin + start, isCallback);
}

test('refused: a return without state, with another state, from another issuer, or that says an error', async () => {
  await linked();
  const changes: ((address: URL) => void)[] = [
    ({ searchParams }) => searchParams.delete('state'),
    ({ searchParams }) => searchParams.set('state', 'autre'),
    ({ searchParams }) => searchParams.set('iss', 'https://autre.example'),
    ({ searchParams }) => searchParams.delete('iss'),
    ({ searchParams }) => searchParams.set('code', 'autre'),
    ({ searchParams }) => {
      searchParams.delete('code');
      searchParams.set('error', 'access_denied');
    },
  ];
  for (const change of changes) {
    const browser = new NavigatingBrowser();
    const returned = await untilReturn(browser);
    change(returned);
    assert.is(outcome(await browser.visit(returned.href)), '/connexion?psc=refused', returned.search);
  }
});

test('a return serves once, for the browser that left, within ten minutes', async () => {
  await linked();
  const late = new NavigatingBrowser();
  const slow = await untilReturn(late);
  await server.services.database.db.update(providerVisits).set({ expiresAt: new Date() });
  assert.is(outcome(await late.visit(slow.href)), '/connexion?psc=refused');

  const right = new NavigatingBrowser();
  const fine = await untilReturn(right);
  const thief = new NavigatingBrowser();
  assert.is(outcome(await thief.visit(fine.href)), '/connexion?psc=refused', 'a browser that never left');
  await untilReturn(thief);
  assert.is(outcome(await thief.visit(fine.href)), '/connexion?psc=refused', 'a browser that left for itself');
  assert.is(outcome(await right.visit(fine.href)), '/');
  assert.is(outcome(await right.visit(fine.href)), '/compte?psc=refused', 'replayed');
});

test('another site begins no visit, in nobody’s name', async () => {
  for (const site of ['cross-site', 'same-site']) {
    const response = await fetch(server.origin + start, { redirect: 'manual', headers: { 'sec-fetch-site': site } });
    assert.is(response.headers.get('location'), '/connexion', site);
    assert.equal(response.headers.getSetCookie(), []);
  }
});

test('the request asks for the level, proves itself with PKCE, and returns to this installation alone', async () => {
  const response = await new NavigatingBrowser().step(server.origin + start);
  const { searchParams, origin } = new URL(response.headers.get('location') as string);
  assert.is(origin, wallet.issuer);
  assert.is(searchParams.get('acr_values'), 'eidas1');
  assert.is(searchParams.get('max_age'), '14400');
  assert.is(searchParams.get('scope'), 'openid scope_all');
  assert.is(searchParams.get('code_challenge_method'), 'S256');
  assert.is(searchParams.get('redirect_uri'), server.origin + callback);
  assert.ok((searchParams.get('nonce')?.length ?? 0) >= 43);
});

test('leaving the product leaves Pro Santé Connect, by the browser', async () => {
  await linked();
  const { browser } = await signInByWallet();
  const left = await ask(server, 'POST', '/api/logout', { cookie: browser.cookies(server.origin) });
  assert.is(left.status, 200, JSON.stringify(left.body));
  const { leaveAt } = left.body as { leaveAt: string };
  const { origin, searchParams } = new URL(leaveAt);
  assert.is(origin, wallet.issuer);
  assert.is(searchParams.get('post_logout_redirect_uri'), `${server.origin}/connexion`);
  assert.ok(searchParams.get('id_token_hint'));
});

test('an id token signed with the secret passes where that is what was agreed, and a published key does not there', async () => {
  const signing = new WalletProvider();
  const agreed = await startTestServer({
    PSC: await signing.open(),
    PSC_CLIENT_ID: signing.clientId,
    PSC_CLIENT_SECRET: signing.clientSecret,
    PSC_ID_TOKEN_ALGORITHM: 'HS256',
  });
  try {
    signing.trust(agreed.origin, 'HS256');
    signing.person = camille;
    const first = await new NavigatingBrowser().visit(agreed.origin + start);
    assert.is(outcome(first), '/connexion?psc=unknown');
    // Signed again with the provider's RSA key.
    signing.lies = { claims: {} };
    const other = await new NavigatingBrowser().visit(agreed.origin + start);
    assert.is(outcome(other), '/connexion?psc=refused');
  } finally {
    await agreed.stop();
    await signing.close();
  }
});

test('a provider that is away is said on the page, and asked again at the next visit', async () => {
  const late = new WalletProvider();
  const alone = await startTestServer({
    PSC: await late.open(),
    PSC_CLIENT_ID: late.clientId,
    PSC_CLIENT_SECRET: late.clientSecret,
  });
  try {
    assert.is(outcome(await new NavigatingBrowser().visit(alone.origin + start)), '/connexion?psc=refused');
    late.trust(alone.origin);
    assert.is(outcome(await new NavigatingBrowser().visit(alone.origin + start)), '/connexion?psc=unknown');
  } finally {
    await alone.stop();
    await late.close();
  }
});

test('without Pro Santé Connect its addresses lead nowhere', async () => {
  const without = await startTestServer();
  try {
    assert.is((await fetch(without.origin + start, { redirect: 'manual' })).status, 404);
    assert.is((await fetch(without.origin + callback, { redirect: 'manual' })).status, 404);
  } finally {
    await without.stop();
  }
});

// PSC-9
test('unlinked, it opens nothing more; without another way in it stays', async () => {
  const { browser } = await link();
  const cookie = browser.cookies(server.origin);
  assert.is(refusalCode(await ask(server, 'DELETE', '/api/account/pro-sante-connect', { cookie })), 'passkey_missing');
});

test.run();
