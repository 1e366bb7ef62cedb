import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { json } from 'node:stream/consumers';
import { eq } from 'drizzle-orm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { auditEvents, passkeyChallenges, passkeys } from '@concertation/schema';
import type { Passkey } from '@concertation/shared/contracts';
import { startTestServer, type TestServer } from './harness.ts';
import { auditTrail } from './support/audit-trail.ts';
import { ask, refusalCode } from './support/ask.ts';
import { firstSignIn, signedIn, start, trySignIn } from './support/passkey-account.ts';
import { type Lies, SoftwareAuthenticator } from './support/software-authenticator.ts';

let server: TestServer;
test.before(async () => {
  server = await startTestServer();
});
test.after(() => server?.stop());

const authenticator = () => new SoftwareAuthenticator(server.origin);
const wayInRefused = 'passkey_refused';

/** Moves a challenge past its two minutes. */
const expire = (ceremonyId: string) =>
  server.services.database.db
    .update(passkeyChallenges)
    .set({ expiresAt: new Date(0) })
    .where(eq(passkeyChallenges.id, ceremonyId));

async function auditOf(accountId: string) {
  const rows = await auditTrail(server, eq(auditEvents.accountId, accountId));
  return rows.map(({ kind, details }) => ({ kind, details }));
}

/** An account with its authenticator, signed in. */
async function member(email: string) {
  const keys = authenticator();
  return { keys, ...signedIn(await firstSignIn(server, keys, email)) };
}

const listed = async (cookie: string) => (await ask(server, 'GET', '/api/passkeys', { cookie })).body as Passkey[];

// SC-53, AUT-8: on this computer a passkey spares the code.
test('a person signs in again and again without typing anything, and each step is audited', async () => {
  const { keys, me, cookie } = await member('camille.lenoir@example.org');
  assert.is(me.name, 'Dr Camille Lenoir');
  assert.is(me.demonstration, false);
  const again = await trySignIn(server, keys);
  assert.equal(signedIn(again).me, me);
  assert.is.not(signedIn(again).cookie, cookie);
  const opened = { kind: 'session.opened', details: { means: 'passkey', device: 'Appareil inconnu' } };
  assert.equal(await auditOf(me.accountId), [opened, opened]);
});

// AUT-8
test('the options ask for a discoverable passkey, user verification and the three algorithms, for the configured site', async () => {
  const { cookie } = await member('options@example.org');
  const { options } = await start(server, '/api/passkeys/start', { cookie });
  assert.equal(options.rp, { name: 'Concertation', id: 'localhost' });
  assert.equal(
    (options.pubKeyCredParams as { alg: number }[]).map(({ alg }) => alg),
    [-8, -7, -257],
  );
  const { residentKey, userVerification } = options.authenticatorSelection as Record<string, unknown>;
  assert.equal({ residentKey, userVerification }, { residentKey: 'required', userVerification: 'required' });
  const signInOptions = (await start(server, '/api/sign-in/start')).options;
  assert.is(signInOptions.userVerification, 'required');
  assert.not.ok((signInOptions.allowCredentials as unknown[] | undefined)?.length, 'no account is named');
});

// AUT-11: the relying party does not come from the request.
test('a Host header does not change whom the passkey is for', async () => {
  const asking = request(`${server.origin}/api/sign-in/start`, {
    method: 'POST',
    headers: { host: 'evil.example' },
  }).end();
  const [response] = (await once(asking, 'response')) as [IncomingMessage];
  const { options } = (await json(response)) as { options: { rpId: string } };
  assert.is(options.rpId, 'localhost');
});

const liesAtSignIn: Record<string, Lies> = {
  'from another origin': { origin: 'https://evil.example' },
  'from the same host on another port': { origin: 'http://localhost:1' },
  'for another relying party': { relyingPartyId: 'evil.example' },
  'to another challenge': { challenge: Buffer.from('another challenge').toString('base64url') },
  'without user verification': { userVerified: false },
  'with a counter that went back': { counter: 1 },
  'for another account': { userHandle: Buffer.alloc(16, 7).toString('base64url') },
  'without an account': { userHandle: '' },
  'with a tampered signature': { brokenSignature: true },
};

// AUT-9
for (const [what, lies] of Object.entries(liesAtSignIn))
  test(`an assertion ${what} is refused, sets no cookie, and is audited`, async () => {
    const { keys, me } = await member(`${what.replaceAll(' ', '.')}@example.org`);
    const refused = await trySignIn(server, keys, lies);
    assert.is(refused.status, 401);
    assert.is(refusalCode(refused), wayInRefused);
    assert.equal(refused.response.headers.getSetCookie(), []);
    assert.equal((await auditOf(me.accountId)).at(-1), { kind: 'session.refused', details: { reason: wayInRefused } });
    assert.is((await trySignIn(server, keys)).status, 200, 'the passkey itself is still good');
  });

// AUT-9
for (const what of [
  'from another origin',
  'for another relying party',
  'to another challenge',
  'without user verification',
])
  test(`a new passkey ${what} is refused and not kept`, async () => {
    const { cookie } = await member(`new.${what.replaceAll(' ', '.')}@example.org`);
    const { ceremonyId, options } = await start(server, '/api/passkeys/start', { cookie });
    const credential = authenticator().create(options, liesAtSignIn[what]);
    const body = { ceremonyId, credential, passkeyName: 'x' };
    assert.is(refusalCode(await ask(server, 'POST', '/api/passkeys/finish', { cookie, body })), wayInRefused);
    assert.is((await listed(cookie)).length, 1);
  });

// AUT-9
test('an unknown passkey and a malformed answer are refused in the same words', async () => {
  const stranger = authenticator();
  const { cookie } = await member('never.finished@example.org');
  const { options } = await start(server, '/api/passkeys/start', { cookie });
  stranger.create(options);
  const unknown = await trySignIn(server, stranger);
  assert.is(refusalCode(unknown), wayInRefused);
  for (const credential of [{}, { id: 12 }, { id: ['x'], rawId: ['x'], type: 'public-key' }]) {
    const { ceremonyId } = await start(server, '/api/sign-in/start');
    const malformed = await ask(server, 'POST', '/api/sign-in/finish', { body: { ceremonyId, credential } });
    assert.is(refusalCode(malformed), wayInRefused);
    assert.is((malformed.body as { message: string }).message, (unknown.body as { message: string }).message);
  }
  const { ceremonyId } = await start(server, '/api/passkeys/start', { cookie });
  const credential = {
    id: 'x',
    rawId: 'x',
    type: 'public-key',
    response: { clientDataJSON: 'e30', attestationObject: '!!' },
  };
  const malformed = await ask(server, 'POST', '/api/passkeys/finish', {
    cookie,
    body: { ceremonyId, credential, passkeyName: 'x' },
  });
  assert.is(refusalCode(malformed), wayInRefused);
});

// AUT-10
test('a challenge serves once, even to the same honest answer', async () => {
  const { keys } = await member('replay@example.org');
  const { ceremonyId, options } = await start(server, '/api/sign-in/start');
  const body = { ceremonyId, credential: keys.get(options) };
  assert.is((await ask(server, 'POST', '/api/sign-in/finish', { body })).status, 200);
  assert.is(refusalCode(await ask(server, 'POST', '/api/sign-in/finish', { body })), 'passkey_challenge');
});

// AUT-10
test('two answers at once to one challenge open one session', async () => {
  const { keys } = await member('twice@example.org');
  const { ceremonyId, options } = await start(server, '/api/sign-in/start');
  const bodies = [keys.get(options), keys.get(options)].map((credential) => ({ ceremonyId, credential }));
  const answers = await Promise.all(bodies.map((body) => ask(server, 'POST', '/api/sign-in/finish', { body })));
  assert.equal(
    answers.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 400],
  );
});

// AUT-10
test('a challenge is used up by a wrong answer too', async () => {
  const { keys } = await member('used.up@example.org');
  const { ceremonyId, options } = await start(server, '/api/sign-in/start');
  const answer = (lies: Lies) =>
    ask(server, 'POST', '/api/sign-in/finish', { body: { ceremonyId, credential: keys.get(options, lies) } });
  assert.is(refusalCode(await answer({ brokenSignature: true })), wayInRefused);
  assert.is(refusalCode(await answer({})), 'passkey_challenge');
});

// AUT-10
test('a challenge of two minutes ago is refused', async () => {
  const { keys, cookie } = await member('late@example.org');
  const signInCeremony = await start(server, '/api/sign-in/start');
  const addCeremony = await start(server, '/api/passkeys/start', { cookie });
  const rows = await server.services.database.db
    .select()
    .from(passkeyChallenges)
    .where(eq(passkeyChallenges.id, signInCeremony.ceremonyId));
  const life = (rows[0]?.expiresAt.getTime() ?? 0) - Date.now();
  assert.ok(life > 60_000 && life <= 120_000);
  for (const { ceremonyId } of [signInCeremony, addCeremony]) await expire(ceremonyId);

  const late = [
    await ask(server, 'POST', '/api/sign-in/finish', {
      body: { ceremonyId: signInCeremony.ceremonyId, credential: keys.get(signInCeremony.options) },
    }),
    await ask(server, 'POST', '/api/passkeys/finish', {
      cookie,
      body: {
        ceremonyId: addCeremony.ceremonyId,
        credential: authenticator().create(addCeremony.options),
        passkeyName: 'x',
      },
    }),
  ];
  assert.equal(late.map(refusalCode), ['passkey_challenge', 'passkey_challenge']);
});

// AUT-10
test('an answer to one ceremony is refused in another', async () => {
  const { keys, cookie } = await member('crossed@example.org');
  const forProof = await start(server, '/api/proof/start', { cookie });
  const asSignIn = await ask(server, 'POST', '/api/sign-in/finish', {
    body: { ceremonyId: forProof.ceremonyId, credential: keys.get(forProof.options) },
  });
  assert.is(refusalCode(asSignIn), 'passkey_challenge');

  const forSignIn = await start(server, '/api/sign-in/start');
  const asProof = await ask(server, 'POST', '/api/proof/finish', {
    cookie,
    body: { ceremonyId: forSignIn.ceremonyId, credential: keys.get(forSignIn.options) },
  });
  assert.is(refusalCode(asProof), 'passkey_challenge');

  const { ceremonyId, options } = await start(server, '/api/passkeys/start', { cookie });
  const credential = keys.get({ ...options, rpId: 'localhost' });
  assert.is(
    refusalCode(await ask(server, 'POST', '/api/sign-in/finish', { body: { ceremonyId, credential } })),
    'passkey_challenge',
  );
});

// AUT-10
test('the ceremony that one account began cannot be ended by another', async () => {
  const one = await member('began@example.org');
  const other = await member('ended@example.org');
  const { ceremonyId, options } = await start(server, '/api/passkeys/start', { cookie: one.cookie });
  const body = { ceremonyId, credential: other.keys.create(options), passkeyName: 'x' };
  assert.is(
    refusalCode(await ask(server, 'POST', '/api/passkeys/finish', { cookie: other.cookie, body })),
    'passkey_challenge',
  );
  assert.is((await listed(one.cookie)).length, 1);
});

// AUT-9
test('the stored counter never goes back, whichever of two sign-ins is written last', async () => {
  const { keys } = await member('counter@example.org');
  const id = keys.keys[0]?.id ?? '';
  const counter = async () =>
    (await server.services.database.db.select().from(passkeys).where(eq(passkeys.id, id)))[0]?.counter;
  await Promise.all([50, 40].map((said) => trySignIn(server, keys, { counter: said })));
  assert.is(await counter(), 50);
  assert.is((await trySignIn(server, keys, { counter: 2 ** 32 - 1 })).status, 200, 'the highest counter there is');
  assert.is(await counter(), 2 ** 31 - 1);
});

test.run();
