import { eq, sql } from 'drizzle-orm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { accounts, grants, passwords, registrations, sessions } from '@concertation/schema';
import { type ConfirmedRegistration, type Me, registration } from '@concertation/shared/contracts';
import { removeExpiredRegistrations } from '../src/registration/index.ts';
import { auditTrail } from './support/audit-trail.ts';
import { refusalCode } from './support/ask.ts';
import { type Ceremony, signedIn } from './support/passkey-account.ts';
import { newRegistration, RegistrationWorld } from './support/registration-world.ts';
import { SoftwareAuthenticator } from './support/software-authenticator.ts';

let world: RegistrationWorld;
test.before(async () => {
  world = await RegistrationWorld.open();
});
test.after(() => world?.stop());

const accountOf = async (email: string) => (await world.db.select().from(accounts).where(eq(accounts.email, email)))[0];
const draftsOf = (email: string) =>
  world.db
    .select()
    .from(registrations)
    .where(sql`${registrations.draft}::jsonb ->> 'email' = ${email}`);

async function startPasskey(email: string): Promise<{ token: string; ceremony: Ceremony }> {
  const token = await world.token(email);
  const ceremony = await world.get<Ceremony>(null, 'POST', '/api/registration/passkey/start', { token });
  return { token, ceremony };
}

const finishPasskey = (token: string, ceremonyId: string, credential: unknown) =>
  world.ask(null, 'POST', '/api/registration/passkey/finish', {
    token,
    ceremonyId,
    credential,
    passkeyName: 'Mon ordinateur',
  });

// REG-1, REG-2, REG-4; CM-10, CM-29, SC-10, SC-13, SC-14, SC-16, SC-17, SC-18, SC-22
test('what is typed becomes an account on trial, once its mailed link is followed, and not before', async () => {
  const email = 'elodie.arnaud@example.org';
  const answer = await world.register(email, { rpps: '8990 0000 012' });
  assert.equal({ status: answer.status, body: answer.body }, { status: 204, body: undefined });
  assert.not(await accountOf(email), 'no account exists before');
  const [mail] = await world.mailsTo(email);
  assert.match(mail?.subject ?? '', 'Confirmez la création de votre compte');
  assert.match(mail?.text ?? '', 'lien de confirmation de création de compte');

  const token = await world.token(email);
  const [kept] = await draftsOf(email);
  assert.not.match(JSON.stringify(kept), token, 'the link is not kept');
  assert.not.match(JSON.stringify(kept), 'quatre mots', 'nor the password');
  assert.match(kept?.passwordHash ?? '', '$argon2id$');

  const confirmed = await world.confirm(token);
  assert.equal(confirmed.body as ConfirmedRegistration, { name: 'Dr Élodie Arnaud', email, next: 'sign_in' });
  assert.not(confirmed.response.headers.getSetCookie().length, 'the link signs nobody in: the usual page does');
  const account = await accountOf(email);
  assert.equal(
    [account?.phone, account?.rpps, account?.profession, account?.verifiedAt],
    ['+33612345678', '89900000012', 'Médecin', null],
  );
  const days = ((account?.trialEndsAt?.getTime() ?? 0) - Date.now()) / 86_400_000;
  assert.ok(days > 29.9 && days <= 30, `${days} days of trial`);
  const [password] = await world.db
    .select()
    .from(passwords)
    .where(eq(passwords.accountId, account?.id ?? ''));
  assert.is(password?.hash, kept?.passwordHash);
  assert.is((await draftsOf(email)).length, 0);
  const typedAgain = { email, password: newRegistration(email).password };
  assert.is((await world.ask(null, 'POST', '/api/sign-in/password', typedAgain)).status, 200);
  const created = await auditTrail(world.server, sql`kind = 'account.created' and account_id = ${account?.id}`);
  assert.is(created.length, 1);
});

// REG-3
test('a link serves once, to one of those who follow it together, and not after 48 hours', async () => {
  const email = 'once@example.org';
  await world.register(email);
  const token = await world.token(email);
  const answers = await Promise.all([world.confirm(token), world.confirm(token), world.confirm(token)]);
  assert.equal(
    answers.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 410, 410],
  );
  assert.is(refusalCode(await world.confirm(token)), 'link_ended');

  await world.register('late@example.org');
  const late = await world.token('late@example.org');
  const [draft] = await draftsOf('late@example.org');
  assert.is(Math.round(((draft?.expiresAt.getTime() ?? 0) - (draft?.createdAt.getTime() ?? 0)) / 3_600_000), 48);
  await world.db
    .update(registrations)
    .set({ expiresAt: new Date(Date.now() - 1000) })
    .where(eq(registrations.id, draft?.id ?? ''));
  assert.is(refusalCode(await world.confirm(late)), 'link_ended');
  await removeExpiredRegistrations(world.db);
  assert.is((await draftsOf('late@example.org')).length, 0, 'what was typed is forgotten');
  assert.is(refusalCode(await world.confirm('x'.repeat(43))), 'link_ended');
  assert.is(refusalCode(await world.confirm('../../etc/passwd')), 'invalid');
});

// REG-5; PA-50, product 3.4 n° 20: the enumeration test.
test('nothing tells whether an address has an account, but the mail that its owner reads', async () => {
  const known = await world.somebody('known@example.org');
  const answers = [await world.register('known@example.org'), await world.register('unknown@example.org')];
  const shown = answers.map(({ status, body, response }) => ({
    status,
    body,
    headers: [...response.headers.keys()].filter((name) => !name.startsWith('x-ratelimit')).sort(),
  }));
  assert.equal(shown[0], shown[1]);
  const mails = await Promise.all([world.mailsTo('known@example.org'), world.mailsTo('unknown@example.org')]);
  assert.equal(
    mails.map((written) => written.map(({ subject }) => subject)),
    [['Vous avez déjà un compte'], ['Confirmez la création de votre compte']],
  );
  assert.is((await draftsOf('known@example.org')).length, 0);
  const account = await accountOf('known@example.org');
  assert.is(account?.id, known.accountId);
  assert.is(account?.familyName, 'Bonnet', 'nothing of the account changed');

  const weak = [
    await world.register('known@example.org', { password: 'motdepasse123' }),
    await world.register('unknown@example.org', { password: 'motdepasse123' }),
  ];
  assert.equal(weak.map(refusalCode), ['password_common', 'password_common']);
});

// REG-6
test('an address receives five mails a day, and what comes after is said no differently', async () => {
  const email = 'flooded@example.org';
  for (let times = 1; times <= 7; times += 1) assert.is((await world.register(email)).status, 204);
  assert.is((await world.mailsTo(email)).length, 5);
  assert.is((await draftsOf(email)).length, 5);
  await world.confirm(await world.token(email));
  assert.is((await draftsOf(email)).length, 0, 'the other links of the address end with it');
});

// REG-7; product 3.4 n° 20
test('a look-alike address is refused, or is another account that inherits nothing', async () => {
  const email = 'paul.martin@example.org';
  const owner = await world.somebody(email);
  await world.get(owner, 'POST', '/api/organisations', { kind: 'establishment', name: 'CHU de Paul' });
  const refused = [
    'pаul.martin@example.org', // a Cyrillic а
    'paul.martin@exаmple.org',
    'paul.martin@example.org​', // a zero-width space
    'ｐaul.martin@example.org',
    'paul.martin@example。org',
    'päul.martin@example.org',
  ];
  for (const look of refused) assert.not(registration.safeParse(newRegistration(look)).success, look);
  assert.is(refusalCode(await world.register(refused[0] as string)), 'invalid');

  await world.register('PAUL.Martin@Example.ORG');
  assert.equal(
    (await world.mailsTo(email)).map(({ subject }) => subject),
    ['Vous avez déjà un compte'],
    'capitals name the same address',
  );
  for (const other of ['paul.martin+rcp@example.org', 'paul.martin@xn--exmple-cua.org']) {
    await world.register(other);
    await world.confirm(await world.token(other));
    const account = await accountOf(other);
    assert.is(account?.verifiedAt, null);
    const held = await world.db
      .select()
      .from(grants)
      .where(eq(grants.granteeId, account?.id ?? ''));
    assert.equal(held, []);
  }
});

// REG-1; SC-11, SC-15, PA-13, PA-16
test('every field is asked, a number is checked, and no number is no hindrance', async () => {
  const passes = (more: Record<string, unknown>) =>
    registration.safeParse(newRegistration('a@example.org', more)).success;
  assert.ok(passes({ rpps: null, title: 'Mme', profession: 'Secrétaire médicale' }));
  for (const field of ['title', 'givenName', 'familyName', 'phone', 'specialty', 'profession'])
    assert.not(passes({ [field]: '' }), field);
  assert.not(passes({ rpps: '89900000013' }), 'one digit away: Luhn');
  assert.not(passes({ rpps: '1234' }));
  assert.not(passes({ phone: '12' }));
  assert.not(passes({ accepted: false }));
  assert.not(passes({ password: 'onze signes' }));
  assert.not(passes({ familyName: 'Arnaud\r\nBcc: x@example.org' }));
  const answer = await world.register('short@example.org', { familyName: '', password: 'court' });
  assert.is(refusalCode(answer), 'invalid');
  assert.equal(await world.mailsTo('short@example.org'), []);
  assert.is(
    refusalCode(await world.register('arnaud@example.org', { password: 'Elodie Arnaud 2026' })),
    'password_common',
  );
});

// REG-8; SC-18
test('whoever registered the address of somebody else is not let in by that person’s press on the link', async () => {
  const email = 'victime@example.org';
  await world.register(email);
  const token = await world.token(email);
  const confirm = (password?: string) =>
    world.ask(null, 'POST', '/api/registration/confirmation', { token, ...(password ? { password } : {}) });
  assert.is(((await confirm()).body as ConfirmedRegistration).next, 'password');
  assert.is(refusalCode(await confirm('un autre mot de passe que celui-là')), 'credentials_refused');
  assert.not(await accountOf(email), 'no account');
  assert.is(((await world.confirm(token)).body as ConfirmedRegistration).next, 'sign_in');
  assert.ok(await accountOf(email));
});

// REG-8; SC-17, SC-22
test('without a password, the passkey is made behind the same link, with the account and the session', async () => {
  const email = 'secretaire@example.org';
  await world.register(email, { password: null, title: 'Mme', profession: 'Secrétaire médicale' });
  const token = await world.token(email);
  for (let times = 1; times <= 2; times += 1) {
    const confirmed = await world.get<ConfirmedRegistration>(null, 'POST', '/api/registration/confirmation', { token });
    assert.is(confirmed.next, 'passkey', 'the link is not used up yet');
  }
  const { ceremony } = await startPasskey(email);
  const authenticator = new SoftwareAuthenticator(world.server.origin);
  assert.not(await accountOf(email));
  const credential = authenticator.create(ceremony.options);
  const { cookie, me } = signedIn(await finishPasskey(token, ceremony.ceremonyId, credential));
  assert.equal([me.email, me.standing], [email, 'trial']);
  assert.is((await world.get<Me>({ cookie }, 'GET', '/api/me')).accountId, me.accountId);
  const [session] = await world.db.select().from(sessions).where(eq(sessions.accountId, me.accountId));
  assert.is(session?.means, 'passkey');
  assert.is(refusalCode(await world.confirm(token)), 'link_ended');
  const again = await finishPasskey(token, ceremony.ceremonyId, credential);
  assert.is(refusalCode(again), 'link_ended');
});

// REG-8, AUT-28
test('on a shared computer the first session is one, and the browser is not remembered', async () => {
  await world.register('shared.first@example.org', { password: null });
  const { token, ceremony } = await startPasskey('shared.first@example.org');
  const credential = new SoftwareAuthenticator(world.server.origin).create(ceremony.options);
  const answer = await world.ask(null, 'POST', '/api/registration/passkey/finish', {
    token,
    ceremonyId: ceremony.ceremonyId,
    credential,
    passkeyName: 'Clé USB',
    shared: true,
  });
  assert.is((answer.body as Me).shared, true);
  const cookies = answer.response.headers.getSetCookie();
  assert.is(cookies.length, 1);
  assert.not.match(cookies[0] ?? '', 'Max-Age');
});

// REG-8; product 3.4 n° 13
test('a first passkey that is not proven makes no account, and its ceremony serves its own link alone', async () => {
  for (const email of ['first@example.org', 'second@example.org']) await world.register(email, { password: null });
  const first = await startPasskey('first@example.org');
  const second = await startPasskey('second@example.org');
  const authenticator = new SoftwareAuthenticator(world.server.origin);

  const swapped = authenticator.create(first.ceremony.options);
  assert.is(refusalCode(await finishPasskey(second.token, first.ceremony.ceremonyId, swapped)), 'passkey_challenge');
  assert.is(
    refusalCode(await finishPasskey(first.token, first.ceremony.ceremonyId, swapped)),
    'passkey_challenge',
    'used up',
  );
  const elsewhere = authenticator.create(second.ceremony.options, { origin: 'https://evil.example' });
  assert.is(refusalCode(await finishPasskey(second.token, second.ceremony.ceremonyId, elsewhere)), 'passkey_refused');
  for (const email of ['first@example.org', 'second@example.org']) assert.not(await accountOf(email));

  const { token, ceremony } = await startPasskey('first@example.org');
  await world.somebody('first@example.org');
  const late = await finishPasskey(token, ceremony.ceremonyId, authenticator.create(ceremony.options));
  assert.is(refusalCode(late), 'link_ended', 'the address got an account by another way');
});

// REG-8
test('a link that carries a password makes no passkey, and one whose address is taken ends', async () => {
  await world.register('with-password@example.org');
  const token = await world.token('with-password@example.org');
  assert.is(refusalCode(await world.ask(null, 'POST', '/api/registration/passkey/start', { token })), 'link_ended');
  await world.somebody('with-password@example.org');
  assert.is(refusalCode(await world.confirm(token)), 'link_ended');
});

test.run();
