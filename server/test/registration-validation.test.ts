import { eq } from 'drizzle-orm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { accounts, sessions } from '@concertation/schema';
import type { QueuedValidation, ValidationRequest } from '@concertation/shared/contracts';
import { refusalCode } from './support/ask.ts';
import type { RegistrationWorld, Somebody } from './support/registration-world.ts';
import { createUpload } from './support/upload.ts';
import { ownPath, photograph, trial, ValidationDesk } from './support/validation-desk.ts';

let desk: ValidationDesk;
let world: RegistrationWorld;
let administrator: Somebody;
test.before(async () => {
  desk = await ValidationDesk.open();
  ({ world, administrator } = desk);
});
test.after(() => world?.stop());

// REG-15; SC-24, SC-11
test('without an RPPS number, an administrator is asked, and validates', async () => {
  const who = await world.somebody('secretary@example.org', trial);
  const asked = { kind: 'administrator', message: 'Secrétaire du service de pneumologie.' };
  assert.is((await world.ask(who, 'POST', ownPath, asked)).status, 204);
  assert.is(refusalCode(await world.ask(who, 'POST', ownPath, asked)), 'wrong_state', 'one waits already');
  const request = await desk.queued(who.accountId);
  assert.equal(
    [request?.account.name, request?.account.email, request?.message, request?.directory],
    ['Mme Claire Bonnet', who.email, asked.message, null],
  );
  await desk.decide(administrator, request?.requestId ?? '', { decision: 'accepted' });
  assert.ok((await desk.accountOf(who.accountId))?.verifiedAt);
  assert.is(refusalCode(await world.ask(who, 'POST', ownPath, asked)), 'wrong_state', 'all is valid');
});

// REG-15
test('an account asks five times a day', async () => {
  const who = await world.somebody('insistent@example.org', trial);
  for (let times = 1; times <= 5; times += 1) {
    assert.is((await world.ask(who, 'POST', ownPath, { kind: 'administrator', message: '' })).status, 204);
    await world.ask(who, 'DELETE', `${ownPath}/${(await desk.own(who)).requests[0]?.requestId}`);
  }
  assert.is(refusalCode(await world.ask(who, 'POST', ownPath, { kind: 'administrator', message: '' })), 'too_many');
  const response = await createUpload(world.server, {
    cookie: who.cookie,
    proof: 'hospital_badge',
    name: 'a.jpg',
    content: await photograph(),
  });
  assert.is(response.status, 429);
});

async function organisationOf(founder: Somebody, name: string, ...people: Somebody[]): Promise<string> {
  const { organisationId } = await world.get<{ organisationId: string }>(founder, 'POST', '/api/organisations', {
    kind: 'establishment',
    name,
  });
  for (const person of people) await world.get(person, 'POST', `/api/organisations/${organisationId}/affiliation`);
  return organisationId;
}

// REG-16; SC-24
test('a verified colleague of the same organisation vouches, and nobody else', async () => {
  const sponsor = await world.somebody('sponsor@example.org');
  const who = await world.somebody('vouched@example.org', trial);
  const colleague = await world.somebody('colleague@example.org');
  await organisationOf(sponsor, 'Hôpital parrain', who, colleague);
  const asked = { kind: 'sponsor', sponsorEmail: 'Sponsor@example.org', message: 'Bonjour' };
  assert.is((await world.ask(who, 'POST', ownPath, asked)).status, 204);
  assert.is(await desk.lastSubject(sponsor.email), 'Un collègue vous demande de le parrainer');

  type Asked = ValidationRequest & { accountName: string; accountEmail: string };
  const [request] = await world.get<Asked[]>(sponsor, 'GET', '/api/vouching');
  assert.equal([request?.accountName, request?.accountEmail], ['Mme Claire Bonnet', who.email]);
  assert.equal(await world.get(colleague, 'GET', '/api/vouching'), []);
  const vouch = (by: Somebody, accepted = true) =>
    world.ask(by, 'POST', `/api/vouching/${request?.requestId}`, { accepted });
  assert.is(refusalCode(await vouch(colleague)), 'not_found');
  assert.is(refusalCode(await vouch(who)), 'not_found');

  await desk.claim(who, '89900000038');
  assert.is(refusalCode(await vouch(sponsor)), 'wrong_state', 'a number is proven, not vouched for');
  await desk.claim(who, null);
  assert.is((await vouch(sponsor)).status, 204);
  assert.is((await desk.accountOf(who.accountId))?.verifiedBy, sponsor.accountId);
  assert.is(refusalCode(await vouch(sponsor)), 'wrong_state');
});

// REG-16
test('who asks a colleague learns nothing of the address: no account, no shared organisation, not verified, oneself', async () => {
  const sponsor = await world.somebody('elsewhere@example.org');
  await organisationOf(sponsor, 'Un autre hôpital');
  const onTrial = await world.somebody('on-trial@example.org', trial);
  const founder = await world.somebody('founder@example.org');
  const typed = ['nobody-here@example.org', sponsor.email, onTrial.email, 'self@example.org'];
  const shown: unknown[] = [];
  for (const [index, sponsorEmail] of typed.entries()) {
    const email = sponsorEmail === 'self@example.org' ? sponsorEmail : `asker-${index}@example.org`;
    const who = await world.somebody(email, trial);
    await organisationOf(founder, `Hôpital ${index}`, who, onTrial);
    const { status, body } = await world.ask(who, 'POST', ownPath, { kind: 'sponsor', sponsorEmail, message: '' });
    const { requestId: _, createdAt: __, ...request } = (await desk.own(who)).requests[0] as ValidationRequest;
    shown.push({ status, body, request });
  }
  for (const other of shown.slice(1)) assert.equal(other, shown[0]);
  for (const email of typed) assert.equal(await world.mailsTo(email), [], email);
  const answered = await world.somebody('answered@example.org', trial);
  const helper = await world.somebody('helper@example.org');
  await organisationOf(helper, 'Hôpital qui répond', answered);
  await world.ask(answered, 'POST', ownPath, { kind: 'sponsor', sponsorEmail: helper.email, message: '' });
  const { requestId: _, createdAt: __, ...request } = (await desk.own(answered)).requests[0] as ValidationRequest;
  assert.equal({ status: 204, body: undefined, request }, shown[0]);
});

// REG-16
test('a colleague who left or is on trial vouches for nobody, and a number is not vouched for', async () => {
  const sponsor = await world.somebody('leaver@example.org');
  const who = await world.somebody('left-alone@example.org', trial);
  const organisationId = await organisationOf(who, 'Hôpital quitté', sponsor);
  await world.ask(who, 'POST', ownPath, { kind: 'sponsor', sponsorEmail: sponsor.email, message: '' });
  const [request] = await world.get<ValidationRequest[]>(sponsor, 'GET', '/api/vouching');
  const vouch = () => world.ask(sponsor, 'POST', `/api/vouching/${request?.requestId}`, { accepted: true });
  await world.get(sponsor, 'DELETE', `/api/organisations/${organisationId}/affiliation`);
  assert.is(refusalCode(await vouch()), 'forbidden');
  await world.get(sponsor, 'POST', `/api/organisations/${organisationId}/affiliation`);
  await world.db
    .update(accounts)
    .set({ verifiedAt: null, ...trial })
    .where(eq(accounts.id, sponsor.accountId));
  assert.is(refusalCode(await vouch()), 'forbidden');

  const numbered = await world.somebody('numbered@example.org', trial);
  await desk.claim(numbered, '89900000046');
  const asked = await world.ask(numbered, 'POST', ownPath, {
    kind: 'sponsor',
    sponsorEmail: sponsor.email,
    message: '',
  });
  assert.is(refusalCode(asked), 'wrong_state');
});

// REG-17; SC-24
test('the administrators of an organisation validate its people without a number, and only those', async () => {
  const chief = await world.somebody('chief@example.org');
  const who = await world.somebody('local@example.org', trial);
  const numbered = await world.somebody('local-number@example.org', trial);
  const organisationId = await organisationOf(chief, 'Hôpital délégué', who, numbered);
  const rival = await world.somebody('rival@example.org');
  const rivalId = await organisationOf(rival, 'Hôpital rival');
  const ask = (person: Somebody, id: string | null) =>
    world.ask(person, 'POST', ownPath, { kind: 'administrator', organisationId: id, message: '' });
  assert.is(refusalCode(await ask(who, rivalId)), 'invalid', 'not one’s own organisation');
  await desk.claim(numbered, '89900000053');
  for (const person of [who, numbered]) await ask(person, organisationId);

  const path = `/api/organisations/${organisationId}/validations`;
  const list = await world.get<QueuedValidation[]>(chief, 'GET', path);
  assert.equal(
    list.map(({ account }) => account.email),
    [who.email],
  );
  assert.is(list[0]?.organisationName, 'Hôpital délégué');
  assert.is((await desk.own(who)).requests[0]?.organisationName, 'Hôpital délégué');
  const requestId = list[0]?.requestId;
  const accept = (by: Somebody, at: string, id = requestId) =>
    world.ask(by, 'POST', `${at}/${id}`, { decision: 'accepted' });
  assert.is(refusalCode(await accept(rival, path)), 'not_found');
  assert.is(refusalCode(await accept(rival, `/api/organisations/${rivalId}/validations`)), 'not_found');
  assert.is(refusalCode(await accept(who, path)), 'forbidden', 'a member is no administrator');
  const numberedId = (await desk.queued(numbered.accountId))?.requestId;
  assert.is(
    refusalCode(await accept(chief, path, numberedId)),
    'not_found',
    'a number is for the installation to check',
  );

  await world.db
    .update(accounts)
    .set({ verifiedAt: null, ...trial })
    .where(eq(accounts.id, chief.accountId));
  assert.is(refusalCode(await accept(chief, path)), 'forbidden', 'an administrator on trial validates nobody');
  await world.db.update(accounts).set({ verifiedAt: new Date() }).where(eq(accounts.id, chief.accountId));
  assert.is((await accept(chief, path)).status, 204);
  assert.is((await desk.accountOf(who.accountId))?.verifiedBy, chief.accountId);
  assert.equal(await world.get(chief, 'GET', path), []);
});

// REG-13, REG-16: rights are given by somebody who is there.
test('validating and vouching ask for a fresh proof', async () => {
  const stale = new Date(Date.now() - 11 * 60_000);
  const sponsor = await world.somebody('stale@example.org');
  await world.db.update(sessions).set({ provedAt: stale }).where(eq(sessions.accountId, sponsor.accountId));
  const answer = await world.ask(sponsor, 'POST', `/api/vouching/${sponsor.accountId}`, { accepted: true });
  assert.is(refusalCode(answer), 'proof_needed');
});

test.run();
