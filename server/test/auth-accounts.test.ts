import { eq } from 'drizzle-orm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { auditEvents } from '@concertation/schema';
import type { Me, Person } from '@concertation/shared/contracts';
import { createAccount, finishSignIn, findPeople, Sessions, startSignIn } from '../src/auth/index.ts';
import { startTestServer, type TestServer } from './harness.ts';
import { auditTrail } from './support/audit-trail.ts';
import { ask, refusalCode } from './support/ask.ts';
import { start } from './support/passkey-account.ts';
import { signIn } from './support/sign-in.ts';
import { SoftwareAuthenticator } from './support/software-authenticator.ts';

let server: TestServer;
test.before(async () => {
  server = await startTestServer();
});
test.after(() => server?.stop());

const create = (email: string, givenName: string, familyName: string, specialty: string) =>
  server.services.database.transaction((tx) =>
    createAccount(tx, { email, title: 'Dr', givenName, familyName, specialty }),
  );

// AUT-17
test('one click signs in a demonstration account, and says so in the audit', async () => {
  const { cookie, me } = await signIn(server, 'secretary');
  assert.is(me.demonstration, true);
  assert.equal((await ask(server, 'GET', '/api/me', { cookie })).body as Me, me);
  const rows = await auditTrail(server, eq(auditEvents.accountId, me.accountId));
  assert.equal(rows.at(-1)?.details, { means: 'demonstration', device: 'Appareil inconnu' });
});

// AUT-17
test('an account that is not of the demonstration is refused', async () => {
  assert.is(refusalCode(await ask(server, 'POST', '/api/demo/login', { body: { account: 'director' } })), 'invalid');
});

// AUT-17
test('where the demonstration is off, its accounts sign in by no means, and their open sessions are over', async () => {
  const { services } = server;
  const off = { ...services.configuration, demonstration: false };
  const { cookie } = await signIn(server, 'presenter');
  const keys = new SoftwareAuthenticator(server.origin);
  const { ceremonyId, options } = await start(server, '/api/passkeys/start', { cookie });
  await ask(server, 'POST', '/api/passkeys/finish', {
    cookie,
    body: { ceremonyId, credential: keys.create(options), passkeyName: 'x' },
  });

  const sessions = new Sessions({ ...services, configuration: off });
  assert.is(await sessions.principalOf(cookie), null);
  const ceremony = await startSignIn(services);
  const answer = { ceremonyId: ceremony.ceremonyId, credential: keys.get(ceremony.options) };
  let code: unknown;
  await finishSignIn({ ...services, sessions, configuration: off }, { device: 'x', replaces: null }, answer).catch(
    (error: { code: unknown }) => {
      code = error.code;
    },
  );
  assert.is(code, 'passkey_refused');
});

// AUT-17
test('a server without the demonstration names none of its accounts and signs none in', async () => {
  const plain = await startTestServer({ DEMONSTRATION: '0' });
  try {
    const { body } = await ask(plain, 'GET', '/api/configuration');
    assert.equal(body, {
      demonstration: false,
      demonstrationAccounts: [],
      demonstrationCertificate: true,
      proSanteConnect: false,
      textMessages: false,
      support: { email: '', phone: '' },
      portalSlug: null,
      origin: plain.origin,
    });
    const refused = await ask(plain, 'POST', '/api/demo/login', { body: { account: 'secretary' } });
    assert.is(refused.status, 404);
    assert.is(refusalCode(refused), 'demonstration_off');
    assert.equal(refused.response.headers.getSetCookie(), []);
    const audit = await auditTrail(plain);
    assert.equal(
      audit.map(({ kind, details }) => ({ kind, details })),
      [{ kind: 'session.refused', details: { reason: 'demonstration_off' } }],
    );
  } finally {
    await plain.stop();
  }
});

// AUT-18
test('each way in is limited to sixty tries a minute from one address, and says to wait', async () => {
  const tries = await Promise.all(
    Array.from({ length: 61 }, () => ask(server, 'POST', '/api/sign-in/finish', { body: {} })),
  );
  const codes = tries.map(refusalCode);
  assert.is(codes.filter((code) => code === 'invalid').length, 60);
  assert.is(codes.filter((code) => code === 'too_many').length, 1);
  assert.is((await ask(server, 'GET', '/api/configuration')).status, 200, 'the rest of the server still answers');
});

// AUT-19
test('colleagues are found by any words of their name or specialty, without accents, and oneself is not', async () => {
  await create('helene.veron@example.org', 'Hélène', 'Véron', 'Anatomopathologie');
  await create('jose.100@example.org', 'José', 'Cent%Pour', 'Radiothérapie');
  const { cookie, me } = await signIn(server, 'outsider');
  const find = async (text: string) =>
    ((await ask(server, 'GET', `/api/people?search=${encodeURIComponent(text)}`, { cookie })).body as Person[]).map(
      ({ name }) => name,
    );
  assert.equal(await find('helene anatomo'), ['Dr Hélène Véron']);
  assert.equal(await find('VERON'), ['Dr Hélène Véron']);
  assert.equal(await find('t%p'), ['Dr José Cent%Pour']);
  assert.equal(await find('%%'), []);
  assert.not.ok((await find(me.name.split(' ').at(-1) ?? '')).includes(me.name));
  assert.is(refusalCode(await ask(server, 'GET', '/api/people?search=x', { cookie })), 'invalid');
  assert.is(refusalCode(await ask(server, 'GET', '/api/people?search=a%00b', { cookie })), 'invalid');
  assert.is(refusalCode(await ask(server, 'GET', '/api/people?search=helene')), 'signed_out');
});

test('people are found by id, and an id that names nobody is absent', async () => {
  const id = await create('found@example.org', 'Ali', 'Trouvé', 'Chirurgie');
  const found = await findPeople(server.services.database.db, [id, crypto.randomUUID()]);
  assert.equal([...found], [[id, { accountId: id, name: 'Dr Ali Trouvé', specialty: 'Chirurgie' }]]);
  assert.is((await findPeople(server.services.database.db, [])).size, 0);
});

test.run();
