import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { auditEvents, sessions } from '@concertation/schema';
import type { OpenSession } from '@concertation/shared/contracts';
import { Sessions } from '../src/auth/index.ts';
import { startTestServer, type TestServer } from './harness.ts';
import { auditTrail } from './support/audit-trail.ts';
import { ask, refusalCode } from './support/ask.ts';
import { listenTo } from './support/listen-to.ts';
import { signedIn, start, trySignIn, firstSignIn } from './support/passkey-account.ts';
import { SoftwareAuthenticator } from './support/software-authenticator.ts';

const minute = 60_000;
const fromNow = (ms: number) => new Date(Date.now() + ms);

let server: TestServer;
let ended: { heard: (payload: string) => Promise<void> };
test.before(async () => {
  server = await startTestServer({ SESSION_IDLE_MINUTES: '120', SESSION_ABSOLUTE_HOURS: '12' });
  ended = await listenTo(server.services.database, 'session_ended');
});
test.after(() => server?.stop());

let people = 0;
/** A new account, its authenticator and its first session. */
async function member() {
  people += 1;
  const keys = new SoftwareAuthenticator(server.origin);
  const answer = await firstSignIn(server, keys, `person.${people}@example.org`);
  return { keys, answer, ...signedIn(answer) };
}

const hashOf = (cookie: string) => createHash('sha256').update(cookie.slice('session='.length)).digest('hex');
const rowOf = async (cookie: string) =>
  (
    await server.services.database.db
      .select()
      .from(sessions)
      .where(eq(sessions.id, hashOf(cookie)))
  )[0];
const idOf = async (cookie: string) => (await rowOf(cookie))?.publicId ?? '';
const move = (cookie: string, dates: { lastSeenAt?: Date; expiresAt?: Date; endsAt?: Date }) =>
  server.services.database.db
    .update(sessions)
    .set(dates)
    .where(eq(sessions.id, hashOf(cookie)));
const isOpen = async (id: string) => (await server.services.sessions.openAmong([id])).has(id);
const isIn = async (cookie: string) => (await ask(server, 'GET', '/api/me', { cookie })).status === 200;
const listed = async (cookie: string) => (await ask(server, 'GET', '/api/sessions', { cookie })).body as OpenSession[];

// AUT-1
test('a session’s token is in the browser’s cookie and nowhere in the database', async () => {
  const { cookie, me } = await member();
  const token = cookie.slice('session='.length);
  assert.is(token.length, 43);
  assert.is((await rowOf(cookie))?.accountId, me.accountId);
  const everything = await server.services.database.db.select().from(sessions);
  const audit = await auditTrail(server);
  assert.not.match(JSON.stringify([everything, audit]), token);
  const clear = server.services.database.db
    .insert(sessions)
    .values({ ...everything[0]!, id: token, publicId: crypto.randomUUID() });
  let refused = false;
  await clear.catch(() => {
    refused = true;
  });
  assert.ok(refused, 'the table itself refuses a token for an id');
});

// AUT-1
test('what the database holds of a session does not sign in', async () => {
  const { cookie } = await member();
  const row = await rowOf(cookie);
  assert.not.ok(await isIn(`session=${row?.id}`));
  assert.not.ok(await isIn(`session=${row?.publicId}`));
});

// AUT-2
test('the cookie is out of reach of scripts and other sites, and forgotten at the absolute end', async () => {
  const { answer } = await member();
  const attributes = answer.response.headers.getSetCookie()[0]?.split('; ').slice(1);
  assert.equal(attributes?.sort(), ['HttpOnly', 'Max-Age=43200', 'Path=/', 'SameSite=Lax']);
});

// AUT-2
test('in production the cookie is bound to the host and to https', async () => {
  const { database, audit, configuration } = server.services;
  const { me } = await member();
  const production = new Sessions({ database, audit, configuration: { ...configuration, production: true } });
  const { cookie } = await database.transaction((tx) =>
    production.open(tx, { accountId: me.accountId, means: 'passkey', device: 'Firefox', replaces: null }),
  );
  assert.match(cookie, /^__Host-session=[\w-]{43}; .*Path=\/; SameSite=Lax; Secure$/);
  const [pair = ''] = cookie.split(';');
  assert.is((await production.principalOf(pair))?.accountId, me.accountId);
  assert.is(await production.principalOf(pair.replace('__Host-', '')), null, 'the unprotected name is not read');
});

// AUT-2
test('odd Cookie headers sign nobody in and break nothing', async () => {
  const { cookie } = await member();
  assert.ok(await isIn(`other=%E0%A4%A; ${cookie};x`), 'a neighbour’s malformed cookie keeps nobody out');
  for (const odd of ['session=', 'session', 'session=%00', '=;=', `xsession=${cookie.slice(8)}`])
    assert.not.ok(await isIn(odd));
});

// AUT-3
test('a session in use goes on, and is written at most once a minute', async () => {
  const { cookie } = await member();
  // More than half its idle time is left, which lucia alone would not renew.
  await move(cookie, { lastSeenAt: fromNow(-2 * minute), expiresAt: fromNow(70 * minute) });
  assert.ok(await isIn(cookie));
  const slid = await rowOf(cookie);
  assert.ok(slid!.expiresAt > fromNow(118 * minute));
  assert.ok(slid!.lastSeenAt > fromNow(-minute));
  assert.ok(await isIn(cookie));
  assert.equal((await rowOf(cookie))?.lastSeenAt, slid!.lastSeenAt);
});

// AUT-3
test('a session left alone past its idle end is over', async () => {
  const { cookie } = await member();
  await move(cookie, { expiresAt: fromNow(-1) });
  assert.is(refusalCode(await ask(server, 'GET', '/api/me', { cookie })), 'signed_out');
});

// AUT-4
test('use never carries a session past its absolute end', async () => {
  const { cookie } = await member();
  const endsAt = fromNow(5 * minute);
  await move(cookie, { lastSeenAt: fromNow(-2 * minute), expiresAt: fromNow(4 * minute), endsAt });
  assert.ok(await isIn(cookie));
  assert.equal((await rowOf(cookie))?.expiresAt, endsAt);
  await move(cookie, { expiresAt: fromNow(60 * minute), endsAt: fromNow(-1) });
  assert.is(refusalCode(await ask(server, 'GET', '/api/me', { cookie })), 'signed_out');
});

// AUT-3: typing in a document makes no request.
test('a channel in use keeps its session, and cannot revive an ended one', async () => {
  const { cookie } = await member();
  const id = await idOf(cookie);
  assert.ok(await isOpen(id));
  await move(cookie, { lastSeenAt: fromNow(-2 * minute), expiresAt: fromNow(minute) });
  await server.services.sessions.touch(id);
  const touched = await rowOf(cookie);
  assert.ok(touched!.expiresAt > fromNow(118 * minute));
  await server.services.sessions.touch(id);
  assert.equal(await rowOf(cookie), touched, 'at most once a minute');
  await move(cookie, { lastSeenAt: fromNow(-2 * minute), expiresAt: fromNow(-1) });
  await server.services.sessions.touch(id);
  assert.not.ok(await isOpen(id));
  assert.not.ok(await isIn(cookie));
});

// AUT-5
test('the sweep removes what is over, records it and tells every process; the rest stays', async () => {
  const idle = await member();
  const done = await member();
  const open = await member();
  const [idleId, doneId] = [await idOf(idle.cookie), await idOf(done.cookie)];
  await move(idle.cookie, { expiresAt: fromNow(-1) });
  await move(done.cookie, { endsAt: fromNow(-1) });
  await server.services.sessions.sweep();
  await Promise.all([ended.heard(idleId), ended.heard(doneId)]);
  assert.is(await rowOf(idle.cookie), undefined);
  assert.is(await rowOf(done.cookie), undefined);
  assert.ok(await isIn(open.cookie));
  const audit = await auditTrail(server, eq(auditEvents.sessionId, idleId));
  assert.equal(audit.at(-1)?.details, { ended: idleId });
});

// AUT-6
test('open sessions are listed with the device in words and the current one marked', async () => {
  const { keys, cookie } = await member();
  const { ceremonyId, options } = await start(server, '/api/sign-in/start');
  const userAgent =
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0.0.0 Safari/537.36';
  const second = await ask(server, 'POST', '/api/sign-in/finish', {
    body: { ceremonyId, credential: keys.get(options) },
    headers: { 'user-agent': userAgent },
  });
  const shown = await listed(signedIn(second).cookie);
  assert.equal(
    shown.map(({ device, current }) => ({ device, current })),
    [
      { device: 'Appareil inconnu', current: false },
      { device: 'Chrome sur Windows', current: true },
    ],
  );
  await move(cookie, { expiresAt: fromNow(-1) });
  assert.is((await listed(signedIn(second).cookie)).length, 1, 'what is over is not listed');
});

// AUT-5, AUT-6
test('logging out ends this session only, tells every process, and empties the cookie', async () => {
  const { keys, cookie } = await member();
  const other = signedIn(await trySignIn(server, keys)).cookie;
  const id = await idOf(cookie);
  const answer = await ask(server, 'POST', '/api/logout', { cookie });
  assert.equal(answer.body, { leaveAt: null });
  assert.match(answer.response.headers.getSetCookie()[0] ?? '', /^session=; .*Max-Age=0/);
  await ended.heard(id);
  assert.not.ok(await isIn(cookie));
  assert.not.ok(await isOpen(id));
  assert.ok(await isIn(other));
  assert.is(refusalCode(await ask(server, 'POST', '/api/logout', { cookie })), 'signed_out');
});

// AUT-16
test('another site cannot log anybody out', async () => {
  const { cookie } = await member();
  for (const headers of [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
  ] as Record<string, string>[]) {
    assert.is(refusalCode(await ask(server, 'POST', '/api/logout', { cookie, headers })), 'cross_site');
    assert.ok(await isIn(cookie));
  }
});

// AUT-6
test('one’s other session can be ended from here', async () => {
  const { keys, cookie } = await member();
  const left = signedIn(await trySignIn(server, keys)).cookie;
  const id = await idOf(left);
  assert.is((await ask(server, 'DELETE', `/api/sessions/${id}`, { cookie })).status, 204);
  await ended.heard(id);
  assert.not.ok(await isIn(left));
  assert.ok(await isIn(cookie));
  assert.is(refusalCode(await ask(server, 'DELETE', `/api/sessions/${id}`, { cookie })), 'not_found');
});

// AUT-6
test('all one’s other sessions end at once, told and recorded one by one; this one and other people’s go on', async () => {
  const { cookie, keys, me } = await member();
  const others = [signedIn(await trySignIn(server, keys)), signedIn(await trySignIn(server, keys))];
  const stranger = await member();
  const ids = await Promise.all(others.map((one) => idOf(one.cookie)));
  const told = Promise.all(ids.map((id) => ended.heard(id)));
  assert.is((await ask(server, 'DELETE', '/api/sessions', { cookie })).status, 204);
  await told;
  assert.equal(
    (await listed(cookie)).map(({ current }) => current),
    [true],
  );
  for (const one of others) assert.not(await isIn(one.cookie));
  assert.ok(await isIn(stranger.cookie));
  const audit = await auditTrail(server, eq(auditEvents.accountId, me.accountId));
  assert.is(audit.filter(({ kind }) => kind === 'session.ended').length, 2);
  assert.is((await ask(server, 'DELETE', '/api/sessions', { cookie })).status, 204, 'alone, there is nothing to end');
});

// AUT-6, AUT-30
test('to end all the others asks for a fresh proof', async () => {
  const { cookie, keys } = await member();
  const other = signedIn(await trySignIn(server, keys)).cookie;
  await server.services.database.db
    .update(sessions)
    .set({ provedAt: fromNow(-11 * minute) })
    .where(eq(sessions.id, hashOf(cookie)));
  assert.is(refusalCode(await ask(server, 'DELETE', '/api/sessions', { cookie })), 'proof_needed');
  assert.is(refusalCode(await ask(server, 'DELETE', '/api/sessions')), 'signed_out');
  assert.ok(await isIn(other));
});

// AUT-6
test('another account’s session is the same as none', async () => {
  const mine = await member();
  const theirs = await member();
  const paths = [await idOf(theirs.cookie), crypto.randomUUID(), 'no-id'].map((id) => `/api/sessions/${id}`);
  for (const path of paths)
    assert.is(refusalCode(await ask(server, 'DELETE', path, { cookie: mine.cookie })), 'not_found');
  assert.ok(await isIn(theirs.cookie));
});

// AUT-6
test('a browser that signs in again leaves its former session, which ends', async () => {
  const { keys, cookie } = await member();
  const former = await idOf(cookie);
  const { ceremonyId, options } = await start(server, '/api/sign-in/start');
  const again = await ask(server, 'POST', '/api/sign-in/finish', {
    cookie,
    body: { ceremonyId, credential: keys.get(options) },
  });
  await ended.heard(former);
  assert.not.ok(await isIn(cookie));
  assert.is((await listed(signedIn(again).cookie)).length, 1);
});

test.run();
