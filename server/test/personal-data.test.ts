import { and, eq } from 'drizzle-orm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { accounts, auditEvents, devices, grants, passkeys, passwords, sessions } from '@concertation/schema';
import type { AskedErasure, Erasure, PersonalAccess } from '@concertation/shared/contracts';
import { documentName } from '@concertation/shared/domain';
import { newId } from '../src/lib/index.ts';
import { openTools } from './pdf-tools.ts';
import { auditTrail } from './support/audit-trail.ts';
import { refusalCode, statusesOf } from './support/ask.ts';
import { newPatient } from './support/demonstration-world.ts';
import { makeAccount } from './support/passkey-account.ts';
import { inDays, RegistrationWorld, type Somebody } from './support/registration-world.ts';
import { SoftwareAuthenticator } from './support/software-authenticator.ts';
import { SyncClient } from './support/sync-client.ts';
import { waitFor } from './support/wait-for.ts';

const tools = openTools();
let world: RegistrationWorld;
let administrator: Somebody;
let administratorName: string;
test.before(async () => {
  world = await RegistrationWorld.open();
  administrator = await world.demonstration('administrator');
  administratorName = (await world.get<{ name: string }>(administrator, 'GET', '/api/me')).name;
});
test.after(async () => {
  tools.close();
  await world?.stop();
});

const erasurePath = '/api/account/erasure';
const queuePath = '/api/administration/erasures';
const exportPath = '/api/account/personal-data/export';
const password = 'lune-tabouret-violet';

const askFor = (who: Somebody, email = who.email) => world.ask(who, 'POST', erasurePath, { email });
const decide = (requestId: string, decided: Record<string, unknown>, who: { cookie: string } = administrator) =>
  world.ask(who, 'POST', `${queuePath}/${requestId}`, decided);
const accesses = (who: Somebody) => world.get<PersonalAccess[]>(who, 'GET', '/api/account/personal-data/accesses');
const latest = async (who: Somebody) => (await world.get<{ request: Erasure | null }>(who, 'GET', erasurePath)).request;
const asked = (who: Somebody) => world.get<Erasure>(who, 'POST', erasurePath, { email: who.email });

async function download(who: { cookie: string }, format: string): Promise<Response> {
  return fetch(`${world.server.origin}${exportPath}?format=${format}`, { headers: { cookie: who.cookie } });
}

/** Somebody with every way in, and a second session elsewhere. */
async function wellKnown(email: string, rpps: string): Promise<Somebody> {
  const accountId = await makeAccount(world.server, email, {
    authenticator: new SoftwareAuthenticator(world.server.origin),
    password,
    phone: '+33612345678',
  });
  await world.db
    .update(accounts)
    .set({ subjectNameId: `psc-${accountId}`, rpps, profession: 'Médecin' })
    .where(eq(accounts.id, accountId));
  await world.db.insert(devices).values({
    id: newId(),
    tokenHash: accountId.replaceAll('-', '').padEnd(64, '0'),
    accountId,
    name: 'Firefox sur Linux',
    createdAt: new Date(),
    lastSeenAt: new Date(),
  });
  return { accountId, email, cookie: await world.session(accountId) };
}

const rowOf = async ({ accountId }: Somebody) =>
  (await world.db.select().from(accounts).where(eq(accounts.id, accountId)))[0];

// SC-44
test('« Qui a consulté ce qui me concerne »: acts of others, with their name, and nobody else’s', async () => {
  const who = await world.somebody('looked-at@example.org');
  const other = await world.somebody('not-looked-at@example.org');
  const suspension = `/api/administration/accounts/${who.accountId}/suspension`;
  await world.get(administrator, 'POST', suspension, { reason: 'Vérification' });
  await world.get(administrator, 'DELETE', suspension);
  await world.get(administrator, 'POST', `/api/administration/accounts/${who.accountId}/role`, { role: 'support' });
  const back = { ...who, cookie: await world.session(who.accountId) };
  assert.equal(
    (await accesses(back)).map(({ act, about, by }) => [act, about, by]),
    [
      ['grant.given', 'platform', administratorName],
      ['account.restored', null, administratorName],
      ['account.suspended', null, administratorName],
    ],
  );
  assert.equal(await accesses(other), []);
  assert.not.match(JSON.stringify(await accesses(back)), administrator.accountId);
});

// SC-44
test('a role on a case is told with who gave it, and without the patient', async () => {
  const owner = await world.somebody('gives@example.org');
  const reader = await world.somebody('receives@example.org');
  const patient = newPatient();
  const { caseId } = await world.get<{ caseId: string }>(owner, 'POST', '/api/cases', patient);
  await world.get(owner, 'POST', `/api/cases/${caseId}/grants`, { accountId: reader.accountId, role: 'reader' });
  const told = await accesses(reader);
  assert.equal(
    told.map(({ act, about, by }) => [act, about, by]),
    [['grant.given', 'case', 'Mme Claire Bonnet']],
  );
  assert.not.match(JSON.stringify(told), caseId);
  assert.equal(await accesses(owner), [], 'what one does oneself is not somebody else’s look');
});

// SC-44
test('the export says all that is kept of me, in JSON and as a PDF: no secret, no patient, nobody else', async () => {
  const who = await wellKnown('exports@example.org', '89900000061');
  const patient = newPatient();
  await world.get(who, 'POST', '/api/cases', patient);
  await world.ask(who, 'PATCH', '/api/account/profile', {
    title: 'Dr',
    specialty: 'Oncologie 💊',
    profession: 'Médecin',
  });
  const json = await download(who, 'json');
  assert.is(json.status, 200);
  assert.match(json.headers.get('content-disposition') ?? '', /^attachment; filename="mes-donnees-[\d-]+\.json"$/);
  const text = await json.text();
  const data = JSON.parse(text) as Record<string, never> & {
    profile: { email: string; phone: string; rpps: string };
    passkeys: { name: string }[];
    devices: { name: string }[];
    sessions: unknown[];
    roles: { counted: unknown[] };
    myActs: { kind: string }[];
  };
  assert.equal(
    [data.profile.email, data.profile.phone, data.profile.rpps],
    ['exports@example.org', '+33612345678', '89900000061'],
  );
  assert.equal(
    [data.passkeys[0]?.name, data.devices[0]?.name, data.sessions.length],
    ['Mon téléphone', 'Firefox sur Linux', 1],
  );
  assert.ok(data.roles.counted.some((one) => JSON.stringify(one) === '{"on":"case","role":"owner","count":1}'));
  assert.ok(data.myActs.some(({ kind }) => kind === 'case.opened'));

  const [session] = await world.db.select().from(sessions).where(eq(sessions.accountId, who.accountId));
  const [passkey] = await world.db.select().from(passkeys).where(eq(passkeys.accountId, who.accountId));
  const [device] = await world.db.select().from(devices).where(eq(devices.accountId, who.accountId));
  for (const secret of [
    session?.id,
    session?.publicId,
    passkey?.id,
    Buffer.from(passkey?.publicKey ?? []).toString('base64'),
    device?.tokenHash,
    `psc-${who.accountId}`,
    'argon2',
    patient.birthName,
    administrator.email,
  ]) {
    assert.ok(secret);
    assert.not(text.includes(secret), secret);
  }

  const pdf = await download(who, 'pdf');
  assert.is(pdf.status, 200);
  const bytes = new Uint8Array(await pdf.arrayBuffer());
  const words = tools.wordsOf(bytes);
  for (const shown of [
    'Mes données personnelles',
    'exports@example.org',
    'Mon téléphone',
    'Firefox sur Linux',
    'Dossiers',
  ])
    assert.ok(words.includes(shown), shown);
  for (const secret of [session?.publicId, device?.tokenHash, patient.birthName])
    assert.not(words.includes(secret ?? ''));
  if (process.env.SHOTS)
    tools.run('pdftoppm', '-png', '-r', '60', tools.keep(bytes), `${process.env.SHOTS}/personal-data-pdf`);

  const rows = await auditTrail(world.server, eq(auditEvents.kind, 'personal_data.exported'));
  const mine = rows.filter(({ accountId }) => accountId === who.accountId);
  assert.equal(
    mine.map(({ details }) => details),
    [{ format: 'json' }, { format: 'pdf' }],
  );
});

// SC-44
test('an export asks for a proof of presence and a known format; a trial that is over still exports', async () => {
  const who = await world.somebody('stale-export@example.org');
  await world.db
    .update(sessions)
    .set({ provedAt: new Date(Date.now() - 3_600_000) })
    .where(eq(sessions.accountId, who.accountId));
  assert.is(refusalCode(await world.ask(who, 'GET', `${exportPath}?format=json`)), 'proof_needed');
  assert.is(refusalCode(await askFor(who)), 'proof_needed');
  assert.is(refusalCode(await world.ask(null, 'GET', `${exportPath}?format=json`)), 'signed_out');
  const over = await world.somebody('trial-over-export@example.org', { trialEndsAt: inDays(3) });
  await world.db
    .update(accounts)
    .set({ trialEndsAt: inDays(-1) })
    .where(eq(accounts.id, over.accountId));
  assert.is((await download(over, 'json')).status, 200);
  assert.is(refusalCode(await world.ask(over, 'GET', `${exportPath}?format=xml`)), 'invalid');
  assert.is(refusalCode(await world.ask(over, 'GET', exportPath)), 'invalid');
});

// SC-44
test('an erasure is asked by typing one’s own e-mail, once, and taken back', async () => {
  const who = await world.somebody('asks@example.org');
  assert.is(await latest(who), null);
  assert.is(refusalCode(await askFor(who, administrator.email)), 'invalid');
  assert.is(refusalCode(await world.ask(who, 'POST', erasurePath, {})), 'invalid');
  assert.is(refusalCode(await world.ask(who, 'DELETE', erasurePath)), 'wrong_state');
  const both = await Promise.all([askFor(who, ' Asks@Example.org '), askFor(who)]);
  assert.equal(statusesOf(both), [200, 409]);
  assert.is((await latest(who))?.state, 'waiting');
  assert.is((await world.ask(who, 'DELETE', erasurePath)).status, 204);
  assert.is((await latest(who))?.state, 'withdrawn');
  const [request] = (await world.get<AskedErasure[]>(administrator, 'GET', queuePath)).filter(
    ({ accountId }) => accountId === who.accountId,
  );
  assert.is(request, undefined, 'what was taken back is nobody’s business');
});

// SC-44
test('cases are handed over first: their number is told, and a referent is enough', async () => {
  const who = await world.somebody('owns@example.org');
  const colleague = await world.somebody('takes-over@example.org');
  const { caseId } = await world.get<{ caseId: string }>(who, 'POST', '/api/cases', newPatient());
  const refused = await askFor(who);
  assert.is(refusalCode(refused), 'wrong_state');
  assert.equal((refused.body as { details: unknown }).details, { cases: 1 });
  const give = (role: string) =>
    world.get(who, 'POST', `/api/cases/${caseId}/grants`, { accountId: colleague.accountId, role });
  await give('expert');
  assert.is(refusalCode(await askFor(who)), 'wrong_state', 'an expert does not answer for it');
  await give('referent');
  assert.is((await askFor(who)).status, 200);
});

// SC-44
test('who alone leads the installation, an organisation or an RCP does not go', async () => {
  assert.is(refusalCode(await askFor(administrator)), 'last_administrator');
  const founder = await world.somebody('founder@example.org');
  const { organisationId } = await world.get<{ organisationId: string }>(founder, 'POST', '/api/organisations', {
    kind: 'establishment',
    name: 'Clinique de la Fondatrice',
  });
  const refused = await askFor(founder);
  assert.is(refusalCode(refused), 'last_administrator');
  assert.equal((refused.body as { details: unknown }).details, { boards: 0, organisations: 1 });
  const second = await world.somebody('second-founder@example.org');
  await world.get(founder, 'POST', `/api/organisations/${organisationId}/people`, {
    accountId: second.accountId,
    role: 'administrator',
  });
  // Both may ask; when one is gone, the other is the last one.
  const [first, then] = [await asked(founder), await asked(second)];
  assert.is((await decide(first.requestId, { decision: 'done' })).status, 204);
  assert.is(refusalCode(await decide(then.requestId, { decision: 'done' })), 'last_administrator');
});

// SC-44
test('only an administrator of the installation decides, and nobody their own', async () => {
  const who = await world.somebody('queued@example.org');
  const { requestId } = await asked(who);
  const support = await world.demonstration('support');
  assert.is(refusalCode(await decide(requestId, { decision: 'done' }, support)), 'forbidden');
  assert.is(refusalCode(await world.ask(support, 'GET', queuePath)), 'forbidden');
  assert.is(refusalCode(await decide(requestId, { decision: 'done' }, who)), 'not_found');
  assert.is(refusalCode(await decide(newId(), { decision: 'done' })), 'not_found');
  assert.is(refusalCode(await decide(requestId, { decision: 'refused' })), 'invalid');
  assert.is(refusalCode(await decide(requestId, { decision: 'refused', reason: ' ' })), 'invalid');

  await world.get(administrator, 'POST', `/api/administration/accounts/${who.accountId}/role`, {
    role: 'platform_administrator',
  });
  assert.is(refusalCode(await decide(requestId, { decision: 'done' }, who)), 'forbidden');
  await world.get(administrator, 'POST', `/api/administration/accounts/${who.accountId}/role`, { role: null });

  const reason = 'Une procédure est en cours.';
  assert.is((await decide(requestId, { decision: 'refused', reason })).status, 204);
  assert.is(refusalCode(await decide(requestId, { decision: 'done' })), 'wrong_state');
  const mail = (await world.mailsTo(who.email)).at(-1);
  assert.is(mail?.subject, 'Votre demande d’effacement est refusée');
  assert.match(mail?.text ?? '', reason);
  assert.equal([(await latest(who))?.state, (await latest(who))?.reason], ['refused', reason]);
  assert.is((await rowOf(who))?.erasedAt, null);
  assert.ok((await accesses(who)).some(({ act, by }) => act === 'erasure.decided' && by === administratorName));
});

// SC-44
test('an erased account closes at once, opens no more, and keeps a name alone', async () => {
  const who = await wellKnown('erased@example.org', '89900000079');
  const owner = await world.somebody('owner-of-erased@example.org');
  const { caseId } = await world.get<{ caseId: string }>(owner, 'POST', '/api/cases', newPatient());
  await world.get(owner, 'POST', `/api/cases/${caseId}/grants`, { accountId: who.accountId, role: 'expert' });
  const { requestId } = await asked(who);
  const client = new SyncClient(world.server, who.cookie, documentName('case', caseId));
  try {
    await client.synced();
    assert.is((await decide(requestId, { decision: 'done' })).status, 204);
    await waitFor(() => client.closed.length > 0, 'the channel closed', 5_000);
    assert.is(client.closed[0], 4401);
  } finally {
    client.close();
  }
  assert.is(refusalCode(await world.ask(who, 'GET', '/api/me')), 'signed_out');
  const again = { cookie: await world.session(who.accountId) };
  assert.is(refusalCode(await world.ask(again, 'GET', '/api/me')), 'signed_out', 'no session of it is recognised');
  const typed = { email: who.email, password, shared: false };
  const signIn = await world.ask(null, 'POST', '/api/sign-in/password', typed);
  assert.is(refusalCode(signIn), 'credentials_refused');

  const row = await rowOf(who);
  assert.equal([row?.email, row?.phone, row?.rpps, row?.subjectNameId, row?.profession], [null, null, null, null, '']);
  assert.equal([row?.title, row?.familyName, row?.specialty], ['Dr', 'Lenoir', 'Oncologie médicale']);
  assert.ok(row?.erasedAt);
  const { accountId } = who;
  assert.equal(await world.db.select().from(passkeys).where(eq(passkeys.accountId, accountId)), []);
  assert.equal(await world.db.select().from(passwords).where(eq(passwords.accountId, accountId)), []);
  assert.equal(await world.db.select().from(devices).where(eq(devices.accountId, accountId)), []);
  assert.equal(await world.db.select().from(grants).where(eq(grants.granteeId, accountId)), []);

  // The last mail is the one that says it; the others went with the address.
  assert.equal(
    (await world.mailsTo(who.email)).map(({ subject }) => subject),
    ['Votre compte est effacé'],
  );
  const found = await world.get<{ accountId: string }[]>(owner, 'GET', '/api/people?search=lenoir');
  assert.not(
    found.some((person) => person.accountId === accountId),
    'nobody finds it to share a case',
  );
  const shared = await world.ask(owner, 'POST', `/api/cases/${caseId}/grants`, { accountId, role: 'reader' });
  assert.is(refusalCode(shared), 'invalid');
  const queue = await world.get<AskedErasure[]>(administrator, 'GET', queuePath);
  const shown = queue.find((one) => one.requestId === requestId);
  assert.equal(
    [shown?.state, shown?.name, shown?.email, shown?.decidedBy],
    ['done', 'Dr Camille Lenoir', null, administratorName],
  );
  const rows = await world.db.select().from(auditEvents).where(eq(auditEvents.kind, 'account.erased'));
  assert.ok(
    rows.some(
      ({ subject, details }) => subject === `account:${accountId}` && JSON.stringify(details) === '{"grants":1}',
    ),
  );

  const anew = await makeAccount(world.server, who.email, {});
  assert.is.not(anew, accountId, 'the address may register anew, as somebody else');
});

// PER-7
test('two answers at once to one request: one is given, the other is refused', async () => {
  const second = await world.somebody('second-eraser@example.org');
  await world.get(administrator, 'POST', `/api/administration/accounts/${second.accountId}/role`, {
    role: 'platform_administrator',
  });
  const who = await world.somebody('erased-twice@example.org');
  const { requestId } = await asked(who);
  const answers = await Promise.all([
    decide(requestId, { decision: 'done' }),
    decide(requestId, { decision: 'done' }, second),
  ]);
  assert.equal(
    answers.map(({ status }) => status).toSorted((a, b) => a - b),
    [204, 409],
  );
  assert.ok(answers.map(refusalCode).includes('wrong_state'));
  assert.is((await world.mailsTo(who.email)).filter(({ subject }) => subject === 'Votre compte est effacé').length, 1);
  const erased = await auditTrail(
    world.server,
    and(eq(auditEvents.kind, 'account.erased'), eq(auditEvents.subject, `account:${who.accountId}`)),
  );
  assert.is(erased.length, 1);
  await world.get(administrator, 'POST', `/api/administration/accounts/${second.accountId}/role`, { role: null });
});

test.run();
