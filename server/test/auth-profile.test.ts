import { eq } from 'drizzle-orm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { accountLinks, accounts, auditEvents, recoveries, sessions } from '@concertation/schema';
import type { Me, Profile } from '@concertation/shared/contracts';
import { services, titles } from '@concertation/shared/domain';
import { startTestServer, type TestServer } from './harness.ts';
import { auditTrail } from './support/audit-trail.ts';
import { refusalCode, statusesOf } from './support/ask.ts';
import { Browser } from './support/browser.ts';
import { mailsTo, tokenIn } from './support/messages.ts';
import { makeAccount } from './support/passkey-account.ts';
import { givePassword, goodPassword, sentCode, signInByPassword } from './support/password-sign-in.ts';

let server: TestServer;
test.before(async () => {
  server = await startTestServer();
});
test.after(() => server?.stop());

const db = () => server.services.database.db;
const browser = () => new Browser(server);
const subjectsTo = async (email: string) => (await mailsTo(server, email)).map(({ subject }) => subject);

async function member(email: string, phone?: string) {
  const accountId = await makeAccount(server, email, { password: goodPassword, ...(phone ? { phone } : {}) });
  const own = browser();
  await signInByPassword(server, own, email, phone ? { phone } : {});
  const update = (change: object) => own.ask('PATCH', '/api/account/profile', change);
  return { accountId, own, update };
}
const told = { title: 'Dr', specialty: 'Oncologie médicale', profession: '' };

// SC-38, SC-39
test('one’s title and specialty are read and changed, and colleagues see them', async () => {
  const { own, update, accountId } = await member('title@example.org');
  const before = (await own.ask('GET', '/api/account/profile')).body as Profile;
  assert.equal(before, {
    ...told,
    givenName: 'Camille',
    familyName: 'Lenoir',
    email: 'title@example.org',
    phone: null,
    rpps: null,
    services: [...services],
    addressReaders: 'colleagues',
  });
  for (const title of titles) assert.is(((await update({ ...told, title })).body as Profile).title, title);
  const after = (await update({ title: 'Pr', specialty: ' Hématologie ', profession: 'Médecin' })).body as Profile;
  assert.equal(after, { ...before, title: 'Pr', specialty: 'Hématologie', profession: 'Médecin' });
  const me = (await own.ask('GET', '/api/me')).body as Me;
  assert.equal([me.name, me.specialty], ['Pr Camille Lenoir', 'Hématologie']);
  const audit = await auditTrail(server, eq(auditEvents.accountId, accountId));
  assert.equal(audit.at(-1)?.details, { fields: ['title', 'specialty', 'profession'] });
});

// SC-38, SC-39, AUT-15
test('what is no title, no specialty or no number is refused, and names are not changed here', async () => {
  const { own, update } = await member('wrong@example.org');
  for (const wrong of [
    { title: 'Sir' },
    { specialty: ' ' },
    { specialty: 'Onco\u202Elogie' },
    { specialty: 'x'.repeat(121) },
    { phone: '12' },
    { phone: '+33 6 12\u0000' },
  ])
    assert.is(refusalCode(await update({ ...told, ...wrong })), 'invalid', JSON.stringify(wrong));
  await update({ ...told, familyName: 'Autre', email: 'other@example.org', rpps: '10001234567' });
  const { familyName, email, rpps } = (await own.ask('GET', '/api/account/profile')).body as Profile;
  assert.equal({ familyName, email, rpps }, { familyName: 'Lenoir', email: 'wrong@example.org', rpps: null });
  assert.is(refusalCode(await browser().ask('GET', '/api/account/profile')), 'signed_out');
});

// SC-14, AUT-34
test('a telephone is kept as it is dialled, shown by its last two digits, and its change is told', async () => {
  const email = 'phone@example.org';
  const { own, update, accountId } = await member(email);
  const { phone } = (await update({ ...told, phone: '06 12 34 56 90' })).body as Profile;
  assert.is(phone, '•••••••• 90');
  const [row] = await db().select().from(accounts).where(eq(accounts.id, accountId));
  assert.is(row?.phone, '+33612345690');
  assert.is((await subjectsTo(email)).at(-1), 'Votre numéro de téléphone a changé');
  assert.is(((await update(told)).body as Profile).phone, phone, 'said nothing of, it stays');
  assert.is(((await update({ ...told, phone: null })).body as Profile).phone, null);
  const audit = await auditTrail(server, eq(auditEvents.accountId, accountId));
  assert.not.match(JSON.stringify(audit), '61234');
  await db()
    .update(sessions)
    .set({ provedAt: new Date(0) })
    .where(eq(sessions.accountId, accountId));
  assert.is(refusalCode(await update({ ...told, phone: '06 12 34 56 91' })), 'proof_needed');
  assert.is(((await own.ask('GET', '/api/account/profile')).body as Profile).phone, null);
});

// AUT-34
test('another address serves once its link is opened; the former one is told, and opens nothing more', async () => {
  const email = 'former@example.org';
  const { own, accountId } = await member(email);
  await browser().ask('POST', '/api/password/forgotten', { email });
  await browser().ask('POST', '/api/recovery', { email });
  const oldLink = tokenIn(
    (await mailsTo(server, email)).find(({ text }) => text.includes('/mot-de-passe#'))?.text,
    '/mot-de-passe',
  );

  assert.is((await own.ask('POST', '/api/account/address', { email: 'New.Address@example.org' })).status, 204);
  assert.is((await subjectsTo(email)).at(-1), 'Changement d’adresse e-mail demandé');
  assert.is(((await own.ask('GET', '/api/me')).body as Me).email, email, 'not before it is confirmed');
  const token = tokenIn((await mailsTo(server, 'new.address@example.org'))[0]?.text, '/compte/adresse');
  const confirm = () => browser().ask('POST', '/api/account/address/confirmation', { token });
  const both = await Promise.all([confirm(), confirm()]);
  assert.equal(statusesOf(both), [204, 410]);

  assert.is(((await own.ask('GET', '/api/me')).body as Me).email, 'new.address@example.org');
  assert.is((await subjectsTo(email)).at(-1), 'Votre adresse e-mail a changé');
  const set = await browser().ask('POST', '/api/password/new', { token: oldLink, password: 'soleil oblique carafe' });
  assert.is(refusalCode(set), 'link_ended');
  const [recovery] = await db().select().from(recoveries).where(eq(recoveries.accountId, accountId));
  assert.is(recovery?.state, 'stopped');
  const former = await browser().ask('POST', '/api/sign-in/password', { email, password: goodPassword });
  assert.is(refusalCode(former), 'credentials_refused');
  assert.is((await signInByPassword(server, browser(), 'new.address@example.org')).status, 200);
});

// AUT-23, AUT-34
test('an address that has an account is asked in the same words; only its owner is told, and nothing changes', async () => {
  await member('held@example.org');
  const { own, accountId } = await member('asks@example.org');
  const asked = [];
  for (const email of ['held@example.org', 'nobodys@example.org'])
    asked.push(await own.ask('POST', '/api/account/address', { email }));
  assert.equal(
    asked.map(({ status, body }) => ({ status, body })),
    Array.from({ length: 2 }, () => ({ status: 204, body: undefined })),
  );
  const [mail] = (await mailsTo(server, 'held@example.org')).slice(-1);
  assert.is(mail?.subject, 'Votre adresse a été demandée pour un autre compte');
  assert.not.match(mail?.text ?? '', '/compte/adresse#');
  assert.not.match(mail?.text ?? '', 'asks@example.org');

  const link = tokenIn((await mailsTo(server, 'nobodys@example.org'))[0]?.text, '/compte/adresse');
  await makeAccount(server, 'nobodys@example.org', { password: goodPassword });
  const taken = await browser().ask('POST', '/api/account/address/confirmation', { token: link });
  assert.is(refusalCode(taken), 'link_ended', 'taken meanwhile');
  const [row] = await db().select().from(accounts).where(eq(accounts.id, accountId));
  assert.is(row?.email, 'asks@example.org');
});

// AUT-34
test('an expired or foreign link changes nothing, and mails to strangers are few', async () => {
  const { own, accountId } = await member('few@example.org');
  const ask = (email: string) => own.ask('POST', '/api/account/address', { email });
  for (let sent = 0; sent < 5; sent += 1) assert.is((await ask(`few.${sent}@example.org`)).status, 204);
  assert.is(refusalCode(await ask('few.5@example.org')), 'too_many');
  assert.is(refusalCode(await ask('no address')), 'invalid');
  const token = tokenIn((await mailsTo(server, 'few.0@example.org'))[0]?.text, '/compte/adresse');
  assert.is(
    refusalCode(await browser().ask('POST', '/api/password/new', { token, password: 'soleil oblique carafe' })),
    'link_ended',
  );
  await db()
    .update(accountLinks)
    .set({ expiresAt: new Date(0) })
    .where(eq(accountLinks.accountId, accountId));
  assert.is(refusalCode(await browser().ask('POST', '/api/account/address/confirmation', { token })), 'link_ended');
});

// AUT-26, AUT-34
test('the link of another address is over once the password changed', async () => {
  const email = 'taken.over@example.org';
  const { own } = await member(email);
  await own.ask('POST', '/api/account/address', { email: 'thief@example.org' });
  const token = tokenIn((await mailsTo(server, 'thief@example.org'))[0]?.text, '/compte/adresse');
  const chosen = { password: 'soleil oblique carafe', current: goodPassword };
  assert.is((await own.ask('POST', '/api/account/password', chosen)).status, 204);
  assert.is(refusalCode(await browser().ask('POST', '/api/account/address/confirmation', { token })), 'link_ended');
  assert.is(((await own.ask('GET', '/api/me')).body as Me).email, email);
});

// AUT-22, AUT-34
test('a code awaited at the former address is over once the address changed', async () => {
  const email = 'awaits@example.org';
  const { own } = await member(email);
  await own.ask('POST', '/api/account/address', { email: 'awaits.new@example.org' });
  const { pendingId } = await givePassword(browser(), email);
  const code = await sentCode(server, email);
  const token = tokenIn((await mailsTo(server, 'awaits.new@example.org'))[0]?.text, '/compte/adresse');
  await browser().ask('POST', '/api/account/address/confirmation', { token });
  assert.is(refusalCode(await browser().ask('POST', '/api/sign-in/code', { pendingId, code })), 'code_ended');
});

test.run();
