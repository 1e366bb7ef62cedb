import { eq } from 'drizzle-orm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { accounts, auditEvents, passkeys } from '@concertation/schema';
import type { Passkey } from '@concertation/shared/contracts';
import { startTestServer, type TestServer } from './harness.ts';
import { auditTrail } from './support/audit-trail.ts';
import { ask, refusalCode } from './support/ask.ts';
import { mailsTo } from './support/messages.ts';
import { signedIn, start, trySignIn, firstSignIn } from './support/passkey-account.ts';
import { signIn } from './support/sign-in.ts';
import { SoftwareAuthenticator } from './support/software-authenticator.ts';

let server: TestServer;
test.before(async () => {
  server = await startTestServer();
});
test.after(() => server?.stop());

/** An account with its authenticator, signed in. */
async function member(email: string) {
  const keys = new SoftwareAuthenticator(server.origin);
  return { keys, ...signedIn(await firstSignIn(server, keys, email)) };
}

/** Adds a passkey to a signed-in account; returns its id. */
async function addPasskey(
  cookie: string,
  keys: SoftwareAuthenticator,
  passkeyName = 'Clé du service',
): Promise<string> {
  const { ceremonyId, options } = await start(server, '/api/passkeys/start', { cookie });
  const answer = await ask(server, 'POST', '/api/passkeys/finish', {
    cookie,
    body: { ceremonyId, credential: keys.create(options), passkeyName },
  });
  assert.is(answer.status, 200);
  return (answer.body as Passkey).id;
}

const passkeyPath = (id: string) => `/api/passkeys/${id}`;
const listed = async (cookie: string) => (await ask(server, 'GET', '/api/passkeys', { cookie })).body as Passkey[];

// AUT-12
test('a passkey registered to somebody cannot be registered by somebody else', async () => {
  const victim = await member('victim@example.org');
  const thief = await member('thief@example.org');
  const { ceremonyId, options } = await start(server, '/api/passkeys/start', { cookie: thief.cookie });
  const copied = thief.keys.create(options);
  const id = thief.keys.keys.at(-1)?.id ?? '';
  await server.services.database.db.update(passkeys).set({ id }).where(eq(passkeys.accountId, victim.me.accountId));
  const answer = await ask(server, 'POST', '/api/passkeys/finish', {
    cookie: thief.cookie,
    body: { ceremonyId, credential: copied, passkeyName: 'x' },
  });
  assert.is(refusalCode(answer), 'passkey_refused');
  assert.is((await listed(victim.cookie))[0]?.id, id);
});

// AUT-12
test('passkeys are added, listed, renamed, and the new one signs in', async () => {
  const { keys, cookie, me } = await member('several@example.org');
  const { options } = await start(server, '/api/passkeys/start', { cookie });
  assert.equal(
    (options.excludeCredentials as { id: string }[]).map(({ id }) => id),
    keys.keys.map(({ id }) => id),
  );
  const second = await addPasskey(cookie, keys);
  assert.equal(
    (await listed(cookie)).map(({ name }) => name),
    ['Mon téléphone', 'Clé du service'],
  );
  const renamed = await ask(server, 'PATCH', passkeyPath(second), { cookie, body: { name: '  Clé de garde ' } });
  assert.is((renamed.body as Passkey).name, 'Clé de garde');
  assert.is((await listed(cookie))[1]?.lastUsedAt, null);
  assert.is(signedIn(await trySignIn(server, keys, {}, second)).me.accountId, me.accountId);
  assert.type((await listed(cookie))[1]?.lastUsedAt, 'string');
});

// AUT-12
test('another account’s passkey is neither seen, renamed nor removed', async () => {
  const owner = await member('owner@example.org');
  const second = await addPasskey(owner.cookie, owner.keys);
  const other = await member('other@example.org');
  assert.not.ok((await listed(other.cookie)).some(({ id }) => id === second));
  const unknown = await ask(server, 'DELETE', passkeyPath('unknown'), { cookie: other.cookie });
  const theirs = await ask(server, 'DELETE', passkeyPath(second), { cookie: other.cookie });
  assert.equal([refusalCode(unknown), refusalCode(theirs)], ['not_found', 'not_found']);
  assert.is(
    refusalCode(await ask(server, 'PATCH', passkeyPath(second), { cookie: other.cookie, body: { name: 'x' } })),
    'not_found',
  );
  assert.equal(
    (await listed(owner.cookie)).map(({ name }) => name),
    ['Mon téléphone', 'Clé du service'],
  );
});

// AUT-13
test('the last passkey stays, even when two removals race', async () => {
  const { keys, cookie } = await member('last@example.org');
  const first = keys.keys[0]?.id ?? '';
  assert.is(refusalCode(await ask(server, 'DELETE', passkeyPath(first), { cookie })), 'passkey_last');
  const both = [first, await addPasskey(cookie, keys)];

  // While the audit is held, the first removal waits for it, and the second for the first: none has read too early.
  const { raw } = server.services.database;
  const removals = await raw.begin(async (sql) => {
    await sql`lock table audit_events in exclusive mode`;
    const answers = Promise.all(both.map((id) => ask(server, 'DELETE', passkeyPath(id), { cookie })));
    for (let waiting = 0; waiting < 2;) {
      const [locks] = await sql<{ count: number }[]>`select count(*)::int as count from pg_locks where not granted`;
      waiting = locks?.count ?? 0;
    }
    return () => answers;
  });
  const answers = await removals();
  const statuses = answers.map(({ status }) => status);
  assert.is(statuses.filter((status) => status === 204).length, 1);
  const stillIn = await Promise.all(both.map((id) => trySignIn(server, keys, {}, id)));
  assert.equal(
    stillIn.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 401],
  );
});

// AUT-13
test('a demonstration account may remove its only passkey: one click signs it in', async () => {
  const { cookie } = await signIn(server, 'expert');
  const only = await addPasskey(cookie, new SoftwareAuthenticator(server.origin));
  assert.is((await ask(server, 'DELETE', passkeyPath(only), { cookie })).status, 204);
  assert.equal(await listed(cookie), []);
});

// AUT-7
test('a revoked passkey opens nothing, and the sessions it had opened are over; the others go on', async () => {
  const { keys, cookie, me } = await member('revoked@example.org');
  const lost = await addPasskey(cookie, keys, 'Téléphone perdu');
  const onLostPhone = signedIn(await trySignIn(server, keys, {}, lost)).cookie;
  assert.is((await ask(server, 'GET', '/api/me', { cookie: onLostPhone })).status, 200);
  assert.is((await ask(server, 'DELETE', passkeyPath(lost), { cookie })).status, 204);
  assert.is(refusalCode(await ask(server, 'GET', '/api/me', { cookie: onLostPhone })), 'signed_out');
  assert.is((await ask(server, 'GET', '/api/me', { cookie })).status, 200);
  assert.is(refusalCode(await trySignIn(server, keys, {}, lost)), 'passkey_refused');
  const audit = await auditTrail(server, eq(auditEvents.accountId, me.accountId));
  const kinds = audit.map(({ kind }) => kind);
  assert.equal(kinds.slice(-2), ['session.ended', 'passkey.removed']);
});

// AUT-17
test('a suspended account signs in by no passkey, in the words of an unknown one', async () => {
  const { keys, cookie, me } = await member('suspended@example.org');
  await server.services.database.db
    .update(accounts)
    .set({ suspendedAt: new Date() })
    .where(eq(accounts.id, me.accountId));
  assert.is(refusalCode(await trySignIn(server, keys)), 'passkey_refused');
  assert.is(refusalCode(await ask(server, 'GET', '/api/me', { cookie })), 'signed_out');
});

// AUT-9, AUT-30: WebAuthn, 7.2, step 6.
test('a key that does not say whose it is proves the presence of who was named, and signs nobody in', async () => {
  const { keys, cookie } = await member('silent@example.org');
  const { ceremonyId, options } = await start(server, '/api/proof/start', { cookie });
  const silent = { ceremonyId, credential: keys.get({ ...options, rpId: 'localhost' }, { userHandle: null }) };
  assert.is((await ask(server, 'POST', '/api/proof/finish', { cookie, body: silent })).status, 204);

  const again = await start(server, '/api/proof/start', { cookie });
  const lied = keys.get({ ...again.options, rpId: 'localhost' }, { userHandle: 'c29tZWJvZHkgZWxzZQ' });
  const body = { ceremonyId: again.ceremonyId, credential: lied };
  const refused = await ask(server, 'POST', '/api/proof/finish', { cookie, body });
  assert.is(refusalCode(refused), 'passkey_refused', 'somebody else’s name is no silence');
  assert.is(refusalCode(await trySignIn(server, keys, { userHandle: null })), 'passkey_refused');
});

// AUT-35
test('each passkey that is added or removed is told by mail', async () => {
  const email = 'told@example.org';
  const { keys, cookie } = await member(email);
  const second = await addPasskey(cookie, keys);
  await ask(server, 'DELETE', passkeyPath(second), { cookie });
  const subjects = (await mailsTo(server, email)).map(({ subject }) => subject);
  assert.equal(subjects.slice(-2), [
    'Une clé d’accès a été ajoutée à votre compte',
    'Une clé d’accès a été retirée de votre compte',
  ]);
});

test.run();
