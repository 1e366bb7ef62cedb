import { eq } from 'drizzle-orm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { accountLinks, accounts, auditEvents, recoveries, recoveryCodes } from '@concertation/schema';
import type { Me, WaysIn } from '@concertation/shared/contracts';
import type { Principal } from '../src/access/index.ts';
import { decideRecovery, listAskedRecoveries } from '../src/auth/index.ts';
import { startTestServer, type TestServer } from './harness.ts';
import { auditTrail } from './support/audit-trail.ts';
import { refusalCode, statusesOf } from './support/ask.ts';
import { Browser } from './support/browser.ts';
import { mailsTo, tokenIn } from './support/messages.ts';
import { type Ceremony, makeAccount, trySignIn } from './support/passkey-account.ts';
import { goodPassword, signInByPassword } from './support/password-sign-in.ts';
import { signIn } from './support/sign-in.ts';
import { SoftwareAuthenticator } from './support/software-authenticator.ts';

let server: TestServer;
test.before(async () => {
  server = await startTestServer({ RECOVERY_HOURS: '24' });
});
test.after(() => server?.stop());

const db = () => server.services.database.db;
const browser = () => new Browser(server);
const authenticator = () => new SoftwareAuthenticator(server.origin);
const lastMail = async (email: string) => (await mailsTo(server, email)).at(-1);
const hour = 3_600_000;

/** An administrator, as the administration's route has them. */
async function administrator(): Promise<Principal> {
  const { me } = await signIn(server, 'administrator');
  return { accountId: me.accountId, sessionId: me.accountId, name: me.name, specialty: me.specialty, guestOf: null };
}
const decide = async (recoveryId: string, accepted: boolean) =>
  decideRecovery(server.services, await administrator(), recoveryId, accepted).catch(
    (error: { code?: string }) => error.code,
  );
const recoveryOf = async (accountId: string) =>
  (await db().select().from(recoveries).where(eq(recoveries.accountId, accountId))).at(-1);

let people = 0;
async function member() {
  people += 1;
  const email = `recovers.${people}@example.org`;
  const keys = authenticator();
  const accountId = await makeAccount(server, email, { password: goodPassword, authenticator: keys });
  const own = browser();
  await signInByPassword(server, own, email);
  return { email, keys, accountId, own };
}
const makeCodes = async (own: Browser) =>
  ((await own.ask('POST', '/api/account/recovery-codes')).body as { codes: string[] }).codes;
const withCode = (email: string, recoveryCode: string | undefined, by = browser()) =>
  by.ask('POST', '/api/recovery/code', { email, recoveryCode });
const left = async (own: Browser) => ((await own.ask('GET', '/api/account/ways-in')).body as WaysIn).recoveryCodesLeft;

/** Asked, accepted, and its waiting time over; returns the secret of its link. */
async function acceptedRecovery({ email, accountId }: { email: string; accountId: string }): Promise<string> {
  await browser().ask('POST', '/api/recovery', { email });
  assert.is(await decide((await recoveryOf(accountId))?.id ?? '', true), undefined);
  const token = tokenIn((await lastMail(email))?.text, '/recuperation/cle');
  await db()
    .update(recoveries)
    .set({ opensAt: new Date(Date.now() - hour) })
    .where(eq(recoveries.accountId, accountId));
  return token;
}

// AUT-32
test('ten codes are shown once; each signs in once, however it is typed, and its use is told', async () => {
  const { email, own, accountId } = await member();
  const codes = await makeCodes(own);
  assert.is(new Set(codes).size, 10);
  for (const code of codes) assert.match(code, /^[A-Z2-7]{4}(-[A-Z2-7]{4}){5}$/);
  const rows = JSON.stringify(await db().select().from(recoveryCodes).where(eq(recoveryCodes.accountId, accountId)));
  for (const code of codes) assert.not.ok(rows.includes(code) || rows.includes(code.replaceAll('-', '')));

  const lost = browser();
  const typed = codes[0]?.toLowerCase().replaceAll('-', ' ');
  const answer = await withCode(email, typed, lost);
  assert.is((answer.body as Me).accountId, accountId);
  assert.is(await left(lost), 9);
  const subjects = (await mailsTo(server, email)).slice(-2).map(({ subject }) => subject);
  assert.equal(subjects, ['Un code de récupération a servi', 'Nouvelle connexion à votre compte']);
  assert.is(refusalCode(await withCode(email, codes[0])), 'credentials_refused');
  assert.is((await own.ask('GET', '/api/me')).status, 200, 'it ends nothing');
  const [session] = ((await lost.ask('GET', '/api/sessions')).body as { means: string; current: boolean }[]).filter(
    ({ current }) => current,
  );
  assert.is(session?.means, 'recovery_code');
});

// AUT-28, AUT-32, AUT-33
test('on a shared computer, a printed code and a recovered account leave nothing in the browser', async () => {
  const lost = await member();
  const [code] = await makeCodes(lost.own);
  const byCode = await browser().ask('POST', '/api/recovery/code', {
    email: lost.email,
    recoveryCode: code,
    shared: true,
  });
  const token = await acceptedRecovery(lost);
  const { ceremonyId, options } = (await browser().ask('POST', '/api/recovery/passkey/start', { token }))
    .body as Ceremony;
  const body = { token, ceremonyId, credential: authenticator().create(options), passkeyName: 'Clé USB', shared: true };
  const byLink = await browser().ask('POST', '/api/recovery/passkey/finish', body);
  for (const answer of [byCode, byLink]) {
    assert.is((answer.body as Me).shared, true);
    const cookies = answer.response.headers.getSetCookie();
    assert.is(cookies.length, 1, 'the browser is not remembered');
    assert.not.match(cookies[0] ?? '', 'Max-Age');
  }
});

// AUT-32
test('one code at once from two browsers opens one session; new codes end the former ones', async () => {
  const { email, own } = await member();
  const codes = await makeCodes(own);
  const both = await Promise.all([withCode(email, codes[1]), withCode(email, codes[1])]);
  assert.equal(statusesOf(both), [200, 401]);
  const fresh = await makeCodes(own);
  assert.is(refusalCode(await withCode(email, codes[2])), 'credentials_refused');
  assert.is((await withCode(email, fresh[2])).status, 200);
  assert.is(await left(own), 9);
});

// AUT-23, AUT-32
test('one account’s code, an unknown e-mail and a wrong code are refused alike, and counted', async () => {
  const one = await member();
  const other = await member();
  const [code] = await makeCodes(one.own);
  const refusals = [
    await withCode(other.email, code),
    await withCode('recovers.not@example.org', code),
    await withCode(one.email, 'AAAA-AAAA-AAAA-AAAA'),
    await withCode(one.email, 'é'),
  ];
  const words = refusals.map(({ body }) => (body as { message: string }).message);
  assert.equal(
    refusals.map(refusalCode),
    Array.from({ length: 4 }, () => 'credentials_refused'),
  );
  assert.is(new Set(words).size, 1);
  for (let tries = 0; tries < 3; tries += 1) await withCode(one.email, 'wrong');
  assert.is(refusalCode(await withCode(one.email, code)), 'wait');
});

// AUT-33
test('who lost everything asks an administrator: accepted, the link waits, then makes the only way in', async () => {
  const lost = await member();
  const { email, accountId, keys, own } = lost;
  const codes = await makeCodes(own);
  assert.is((await browser().ask('POST', '/api/recovery', { email })).status, 204);
  assert.is((await lastMail(email))?.subject, 'Récupération de votre compte demandée');
  const asked = (await listAskedRecoveries(db())).find((one) => one.accountId === accountId);
  assert.is(asked?.state, 'asked');
  assert.is(await decide(asked?.id ?? '', true), undefined);
  assert.is(await decide(asked?.id ?? '', false), 'wrong_state', 'decided once');

  const mail = await lastMail(email);
  const token = tokenIn(mail?.text, '/recuperation/cle');
  const begin = () => browser().ask('POST', '/api/recovery/passkey/start', { token });
  const early = await begin();
  assert.is(refusalCode(early), 'link_not_yet');
  const { opensAt } = (early.body as { details: { opensAt: string } }).details;
  const wait = new Date(opensAt).getTime() - Date.now();
  assert.ok(wait > 23.9 * hour && wait <= 24 * hour);

  await db()
    .update(recoveries)
    .set({ opensAt: new Date(Date.now() - hour) })
    .where(eq(recoveries.accountId, accountId));
  const { ceremonyId, options } = (await begin()).body as Ceremony;
  const newKeys = authenticator();
  const again = browser();
  const body = { token, ceremonyId, credential: newKeys.create(options), passkeyName: 'Nouvelle clé' };
  const answer = await again.ask('POST', '/api/recovery/passkey/finish', body);
  assert.is((answer.body as Me).accountId, accountId);
  assert.is((await again.ask('GET', '/api/me')).status, 200);

  assert.is(refusalCode(await own.ask('GET', '/api/me')), 'signed_out', 'every session ended');
  assert.is(refusalCode(await trySignIn(server, keys)), 'passkey_refused', 'the lost key opens nothing');
  const byPassword = await browser().ask('POST', '/api/sign-in/password', { email, password: goodPassword });
  assert.is(refusalCode(byPassword), 'credentials_refused');
  assert.is(refusalCode(await withCode(email, codes[0])), 'credentials_refused');
  const ways = (await again.ask('GET', '/api/account/ways-in')).body as WaysIn;
  assert.is(ways.devices.length, 1, 'the browsers known before are forgotten');
  assert.is(refusalCode(await begin()), 'link_ended');
  assert.is((await trySignIn(server, newKeys)).status, 200);
  const subjects = (await mailsTo(server, email)).map(({ subject }) => subject);
  assert.ok(subjects.includes('Votre compte a été récupéré'));
  const kinds = (await auditTrail(server, eq(auditEvents.accountId, accountId))).map(({ kind }) => kind);
  for (const kind of ['recovery.asked', 'recovery.used', 'passkey.added']) assert.ok(kinds.includes(kind), kind);
});

// AUT-33
test('« Ce n’est pas moi » stops a recovery, asked or accepted; its link then opens nothing', async () => {
  const asked = await member();
  await browser().ask('POST', '/api/recovery', { email: asked.email });
  const stop = (token: string) => browser().ask('POST', '/api/recovery/stop', { token });
  const token = tokenIn((await lastMail(asked.email))?.text, '/recuperation/arret');
  assert.is((await stop(token)).status, 204);
  assert.is(refusalCode(await stop(token)), 'link_ended');
  assert.is(await decide((await recoveryOf(asked.accountId))?.id ?? '', true), 'wrong_state');

  const accepted = await member();
  await browser().ask('POST', '/api/recovery', { email: accepted.email });
  await decide((await recoveryOf(accepted.accountId))?.id ?? '', true);
  const mail = await lastMail(accepted.email);
  assert.is((await stop(tokenIn(mail?.text, '/recuperation/arret'))).status, 204);
  const link = tokenIn(mail?.text, '/recuperation/cle');
  assert.is(refusalCode(await browser().ask('POST', '/api/recovery/passkey/start', { token: link })), 'link_ended');
  assert.is((await trySignIn(server, accepted.keys)).status, 200, 'nothing changed');
});

// AUT-33
test('a stop between the beginning and the end of the new passkey wins', async () => {
  const lost = await member();
  const token = await acceptedRecovery(lost);
  const { ceremonyId, options } = (await browser().ask('POST', '/api/recovery/passkey/start', { token }))
    .body as Ceremony;
  const stop = tokenIn((await lastMail(lost.email))?.text, '/recuperation/arret');
  await browser().ask('POST', '/api/recovery/stop', { token: stop });
  const body = { token, ceremonyId, credential: authenticator().create(options), passkeyName: 'x' };
  assert.is(refusalCode(await browser().ask('POST', '/api/recovery/passkey/finish', body)), 'link_ended');
  assert.is((await lost.own.ask('GET', '/api/me')).status, 200);
});

// AUT-10, AUT-33
test('the passkey of one recovery does not end another, and a wrong one uses nothing up', async () => {
  const [one, other] = [await member(), await member()];
  const [tokenOne, tokenOther] = [await acceptedRecovery(one), await acceptedRecovery(other)];
  const begin = async (token: string) =>
    (await browser().ask('POST', '/api/recovery/passkey/start', { token })).body as Ceremony;
  const finish = async (token: string, { ceremonyId, options }: Ceremony, lies = {}) =>
    browser().ask('POST', '/api/recovery/passkey/finish', {
      token,
      ceremonyId,
      credential: authenticator().create(options, lies),
      passkeyName: 'x',
    });
  assert.is(refusalCode(await finish(tokenOther, await begin(tokenOne))), 'passkey_challenge');
  const wrong = await finish(tokenOne, await begin(tokenOne), { origin: 'https://evil.example' });
  assert.is(refusalCode(wrong), 'passkey_refused');
  assert.is((await finish(tokenOne, await begin(tokenOne))).status, 200);
});

// AUT-33
test('one recovery at a time for an account, and nobody decides their own', async () => {
  const { email, accountId } = await member();
  for (let times = 0; times < 3; times += 1) await browser().ask('POST', '/api/recovery', { email });
  assert.is((await db().select().from(recoveries).where(eq(recoveries.accountId, accountId))).length, 1);
  const sent = (await mailsTo(server, email)).filter(({ subject }) => subject.startsWith('Récupération'));
  assert.is(sent.length, 1);
  const own: Principal = { accountId, sessionId: accountId, name: '', specialty: '', guestOf: null };
  const recoveryId = (await recoveryOf(accountId))?.id ?? '';
  const code = await decideRecovery(server.services, own, recoveryId, true).catch(
    (error: { code?: string }) => error.code,
  );
  assert.is(code, 'forbidden');
  assert.is(await decide(crypto.randomUUID(), true), 'not_found');
  assert.is(await decide(recoveryId, false), undefined);
  assert.is((await lastMail(email))?.subject, 'Votre demande de récupération est refusée');
  await browser().ask('POST', '/api/recovery', { email });
  assert.is((await db().select().from(recoveries).where(eq(recoveries.accountId, accountId))).length, 2);
});

// AUT-33
test('a day after it opened the link is over, and a suspended account is not recovered', async () => {
  const late = await member();
  const token = await acceptedRecovery(late);
  await db()
    .update(accountLinks)
    .set({ expiresAt: new Date(0) })
    .where(eq(accountLinks.accountId, late.accountId));
  assert.is(refusalCode(await browser().ask('POST', '/api/recovery/passkey/start', { token })), 'link_ended');
  const suspended = await member();
  const theirs = await acceptedRecovery(suspended);
  await db().update(accounts).set({ suspendedAt: new Date() }).where(eq(accounts.id, suspended.accountId));
  assert.is(refusalCode(await browser().ask('POST', '/api/recovery/passkey/start', { token: theirs })), 'link_ended');
  const before = (await mailsTo(server, suspended.email)).length;
  await browser().ask('POST', '/api/recovery', { email: suspended.email });
  assert.is((await mailsTo(server, suspended.email)).length, before);
});

test.run();
