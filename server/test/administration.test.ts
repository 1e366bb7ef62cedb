import { spawn } from 'node:child_process';
import { request as httpRequest } from 'node:http';
import { and, eq } from 'drizzle-orm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { accounts, auditEvents, files, grants, recoveries, sessions, validationRequests } from '@concertation/schema';
import { platform } from '@concertation/shared/access';
import type { AdministeredAccount, AskedRecovery, Me, PersonalAccess } from '@concertation/shared/contracts';
import { documentName } from '@concertation/shared/domain';
import { newId } from '../src/lib/index.ts';
import { refusalCode } from './support/ask.ts';
import { newPatient } from './support/demonstration-world.ts';
import { inDays, RegistrationWorld, type Somebody } from './support/registration-world.ts';
import { sampleImage } from './support/sample-files.ts';
import { SyncClient } from './support/sync-client.ts';
import { createUpload, sendBytes } from './support/upload.ts';
import { waitFor } from './support/wait-for.ts';

let world: RegistrationWorld;
let administrator: Somebody;
let support: Somebody;
test.before(async () => {
  world = await RegistrationWorld.open();
  administrator = await world.demonstration('administrator');
  support = await world.demonstration('support');
});
test.after(() => world?.stop());

const listPath = '/api/administration/accounts';
const list = (query: string, who = administrator) =>
  world.get<AdministeredAccount[]>(who, 'GET', `${listPath}?${new URLSearchParams(query).toString()}`);
const suspend = (who: Somebody, { accountId }: Somebody, reason = 'Départ du centre') =>
  world.ask(who, 'POST', `${listPath}/${accountId}/suspension`, { reason });
const restore = (who: Somebody, { accountId }: Somebody) =>
  world.ask(who, 'DELETE', `${listPath}/${accountId}/suspension`);
const setRole = (who: Somebody, { accountId }: Somebody, role: string | null) =>
  world.ask(who, 'POST', `${listPath}/${accountId}/role`, { role });

// ADM-1
test('accounts are found by name, address or number, and by how they stand; guests are none', async () => {
  const one = await world.somebody('yael.benhamou@example.org', { givenName: 'Yaël', trialEndsAt: inDays(3) });
  await world.somebody('gone@example.org', { givenName: 'Yaël', trialEndsAt: inDays(-3) });
  await world.db.update(accounts).set({ rpps: '89900000061' }).where(eq(accounts.id, one.accountId));
  for (const search of ['yael bonnet', 'benhamou@', '89900000061'])
    assert.ok(
      (await list(`search=${search}`)).some(({ email }) => email === one.email),
      search,
    );
  const [found] = await list('search=yael.benhamou');
  assert.equal(
    [found?.name, found?.standing, found?.passkeys, found?.roles, found?.organisations, found?.suspendedAt],
    ['Mme Yaël Bonnet', 'trial', 0, [], [], null],
  );
  assert.ok(found?.lastSeenAt);
  const emails = async (standing: string) => (await list(`standing=${standing}`)).map(({ email }) => email);
  assert.ok((await emails('trial')).includes(one.email));
  assert.ok((await emails('closed')).includes('gone@example.org'));
  assert.ok((await emails('verified')).includes(administrator.email));
  assert.equal(await emails('suspended'), []);
  assert.equal(
    (await list('search=nadia')).flatMap(({ roles }) => roles),
    ['platform_administrator'],
  );
  assert.equal((await list('search=%25%25')).length, 0);
});

// ADM-1
test('support reads accounts and validates them; it neither suspends nor gives roles nor reads the audit', async () => {
  const who = await world.somebody('calm@example.org');
  assert.ok((await list('search=calm', support)).length > 0);
  for (const answer of [
    await suspend(support, who),
    await setRole(support, who, 'support'),
    await world.ask(support, 'GET', '/api/administration/audit'),
    await world.ask(support, 'GET', '/api/administration/audit/export'),
    await world.ask(support, 'GET', '/api/administration/recoveries'),
  ])
    assert.is(refusalCode(answer), 'forbidden');
  const coordinator = await world.demonstration('coordinator');
  assert.is(refusalCode(await world.ask(coordinator, 'GET', listPath)), 'not_found');
});

// ADM-2: product « closes everything within 5 s ».
test('a suspension ends every session and closes an open channel within 5 s, and no way in opens another', async () => {
  const who = await world.somebody('suspended@example.org');
  const second = { cookie: await world.session(who.accountId) };
  const { caseId } = await world.get<{ caseId: string }>(who, 'POST', '/api/cases', newPatient());
  const client = new SyncClient(world.server, who.cookie, documentName('case', caseId));
  try {
    await client.synced();
    const at = performance.now();
    assert.is((await suspend(administrator, who)).status, 204);
    await waitFor(() => client.closed.length > 0, 'the channel closed', 5_000);
    assert.ok(performance.now() - at < 5_000);
    assert.is(client.closed[0], 4401, 'for good: the client does not come back by itself');
  } finally {
    client.close();
  }
  for (const held of [who, second]) assert.is(refusalCode(await world.ask(held, 'GET', '/api/me')), 'signed_out');
  assert.equal(await world.db.select().from(sessions).where(eq(sessions.accountId, who.accountId)), []);
  const opened = { cookie: await world.session(who.accountId) };
  assert.is(refusalCode(await world.ask(opened, 'GET', '/api/me')), 'signed_out', 'no session of it is recognised');
  assert.equal(
    (await list('standing=suspended')).map(({ email }) => email),
    [who.email],
  );
  const mail = (await world.mailsTo(who.email)).at(-1);
  assert.is(mail?.subject, 'Votre compte est suspendu');
  assert.not.match(mail?.text ?? '', 'Départ');
  assert.is(refusalCode(await suspend(administrator, who)), 'wrong_state');
  const rows = await world.db
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.kind, 'account.suspended'), eq(auditEvents.subject, `account:${who.accountId}`)));
  assert.equal(
    rows.map(({ accountId, details }) => [accountId, details]),
    [[administrator.accountId, {}]],
  );

  assert.is((await restore(administrator, who)).status, 204);
  assert.is(refusalCode(await restore(administrator, who)), 'wrong_state');
  const back = { cookie: await world.session(who.accountId) };
  assert.is((await world.get<Me>(back, 'GET', '/api/me')).accountId, who.accountId);
});

// ADM-2, ADM-3
test('nobody suspends themselves, and a role is for who is verified', async () => {
  assert.is(refusalCode(await suspend(administrator, administrator)), 'forbidden');
  assert.is(refusalCode(await suspend(administrator, { ...administrator, accountId: newId() })), 'not_found');
  const onTrial = await world.somebody('role-trial@example.org', { trialEndsAt: inDays(3) });
  assert.is(refusalCode(await setRole(administrator, onTrial, 'support')), 'wrong_state');
  assert.is(refusalCode(await setRole(administrator, { ...onTrial, accountId: newId() }, 'support')), 'not_found');
});

// ADM-3
test('the only administrator stays one; a role replaces another, and is taken away at once', async () => {
  assert.is(refusalCode(await setRole(administrator, administrator, null)), 'last_administrator');
  assert.is(refusalCode(await setRole(administrator, administrator, 'support')), 'last_administrator');
  const second = await world.somebody('second-admin@example.org');
  assert.is((await setRole(administrator, second, 'support')).status, 204);
  assert.is((await setRole(administrator, second, 'platform_administrator')).status, 204);
  const held = await world.db
    .select()
    .from(grants)
    .where(and(eq(grants.subjectId, platform.id), eq(grants.granteeId, second.accountId)));
  assert.equal(
    held.map(({ role }) => role),
    ['platform_administrator'],
  );
  assert.ok((await list('search=second-admin', second))[0]?.roles.includes('platform_administrator'));

  // Each takes the other away at the same time: one of them stays.
  const answers = await Promise.all([setRole(administrator, second, null), setRole(second, administrator, null)]);
  const left = (await world.db.select().from(grants).where(eq(grants.role, 'platform_administrator'))).length;
  assert.is(left, 1, JSON.stringify(answers.map(refusalCode)));
  const remaining = (await world.ask(administrator, 'GET', listPath)).status === 200 ? administrator : second;
  const other = remaining === second ? administrator : second;
  await setRole(remaining, administrator, 'platform_administrator');
  await setRole(administrator, second, null);
  assert.ok(other);
  assert.is(refusalCode(await world.ask(second, 'GET', listPath)), 'not_found');
});

// ADM-3
test('a suspended administrator is none: the other one cannot be taken away', async () => {
  const second = await world.somebody('third-admin@example.org');
  await setRole(administrator, second, 'platform_administrator');
  await suspend(administrator, second);
  assert.is(refusalCode(await setRole(administrator, administrator, null)), 'last_administrator');
  await restore(administrator, second);
  await setRole(administrator, second, null);
});

// ADM-4: an administrator reads no clinical content by being one.
test('neither an administrator nor support reads a case, a meeting, a report, a board or a document', async () => {
  const presenter = await world.demonstration('presenter');
  const { caseId } = await world.get<{ caseId: string }>(presenter, 'POST', '/api/cases', newPatient());
  for (const who of [administrator, support]) {
    for (const path of [`/api/cases/${caseId}`, `/api/cases/${caseId}/files`, `/api/cases/${caseId}/presentations`])
      assert.is((await world.ask(who, 'GET', path)).status, 404, path);
    const mine = await world.ask(who, 'GET', '/api/cases');
    assert.not.match(JSON.stringify(mine.body), caseId);
    const client = new SyncClient(world.server, who.cookie, documentName('case', caseId));
    try {
      await waitFor(() => client.reasons.length > 0, 'a refusal');
      assert.equal(client.reasons, ['not_found']);
    } finally {
      client.close();
    }
  }
});

// ADM-5
test('recoveries are listed with their account, and accepted or refused by somebody else', async () => {
  const who = await world.somebody('lost@example.org');
  const recoveryId = newId();
  await world.db
    .insert(recoveries)
    .values({ id: recoveryId, accountId: who.accountId, askedAt: new Date(), state: 'asked' });
  const path = '/api/administration/recoveries';
  const [asked] = await world.get<AskedRecovery[]>(administrator, 'GET', path);
  assert.equal([asked?.recoveryId, asked?.account.email, asked?.state], [recoveryId, who.email, 'asked']);
  assert.is((await world.ask(administrator, 'POST', `${path}/${recoveryId}`, { accepted: true })).status, 204);
  const [accepted] = await world.get<AskedRecovery[]>(administrator, 'GET', path);
  assert.is(accepted?.state, 'accepted');
  assert.ok(new Date(accepted?.opensAt ?? 0) > new Date(), 'after a waiting time');
  assert.is(
    refusalCode(await world.ask(administrator, 'POST', `${path}/${recoveryId}`, { accepted: true })),
    'wrong_state',
  );
});

// ADM-5
test('the telephone on file is shown to who calls back, whole, and its owner reads that it was', async () => {
  const who = await world.somebody('call-me@example.org', { phone: '+33612345678' });
  const silent = await world.somebody('no-phone@example.org');
  const asked = { askedAt: new Date(), state: 'asked' };
  const recoveryOf = async ({ accountId }: Somebody) => {
    const [row] = await world.db
      .insert(recoveries)
      .values({ id: newId(), accountId, ...asked })
      .returning();
    return row?.id ?? '';
  };
  const phoneOf = (by: Somebody, recoveryId: string) =>
    world.ask(by, 'GET', `/api/administration/recoveries/${recoveryId}/phone`);
  const recoveryId = await recoveryOf(who);
  assert.equal((await phoneOf(administrator, recoveryId)).body, { phone: '+33612345678' });
  assert.equal((await phoneOf(administrator, await recoveryOf(silent))).body, { phone: null });
  assert.is(refusalCode(await phoneOf(support, recoveryId)), 'forbidden');
  assert.is(refusalCode(await phoneOf(administrator, newId())), 'not_found');
  assert.is(refusalCode(await phoneOf(administrator, await recoveryOf(administrator))), 'forbidden');
  const rows = await world.db
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.kind, 'recovery.phone_read'), eq(auditEvents.subject, `account:${who.accountId}`)));
  assert.equal(
    rows.map(({ accountId, details }) => [accountId, details]),
    [[administrator.accountId, { recoveryId }]],
  );
  const told = await world.get<PersonalAccess[]>(who, 'GET', '/api/account/personal-data/accesses');
  assert.is(told[0]?.act, 'recovery.phone_read');

  const path = `/api/administration/recoveries/${recoveryId}`;
  await world.get(administrator, 'POST', path, { accepted: false });
  assert.is(refusalCode(await phoneOf(administrator, recoveryId)), 'not_found', 'once decided, nobody is called back');
  await world.db.delete(recoveries).where(eq(recoveries.state, 'asked'));
});

// ADM-2
test('an upload under way when its account is suspended is refused at its last byte, and nothing of it stays', async () => {
  const who = await world.somebody('uploading@example.org');
  const { caseId } = await world.get<{ caseId: string }>(who, 'POST', '/api/cases', newPatient());
  const content = await sampleImage().jpeg().toBuffer();
  const { cookie } = who;
  const created = await createUpload(world.server, { cookie, caseId, name: 'a.jpg', content });
  const location = created.headers.get('location') as string;
  const fileId = location.split('/').at(-1) as string;
  const half = Math.floor(content.length / 2);
  // One request that is still being sent: its first half was let in.
  const request = httpRequest(world.server.origin + location, {
    method: 'PATCH',
    headers: {
      cookie,
      'tus-resumable': '1.0.0',
      'upload-offset': '0',
      'content-type': 'application/offset+octet-stream',
      'content-length': content.length,
    },
  });
  const answered = new Promise<number | undefined>((done, failed) => {
    request.once('response', (response) => done(response.resume().statusCode));
    request.once('error', failed);
  });
  request.write(content.subarray(0, half));
  const { uploads } = world.server.services.files;
  await waitFor(async () => ((await uploads.receivedBytes(fileId)) ?? 0) > 0, 'the first half');
  assert.is((await suspend(administrator, who)).status, 204);
  request.end(content.subarray(half));
  assert.is(await answered, 401);
  assert.equal(await world.db.select().from(files).where(eq(files.id, fileId)), []);
  assert.is(await uploads.receivedBytes(fileId), null);
  assert.is((await sendBytes(world.server, cookie, location, 0, content)).status, 401);
});

// ADM-1, ADM-2, ADM-3: what changes rights asks for a fresh proof.
test('suspending, giving a role and exporting ask for a fresh proof', async () => {
  const second = await world.somebody('stale-admin@example.org');
  await setRole(administrator, second, 'platform_administrator');
  await world.db
    .update(sessions)
    .set({ provedAt: new Date(Date.now() - 11 * 60_000) })
    .where(eq(sessions.accountId, second.accountId));
  for (const answer of [
    await suspend(second, support),
    await setRole(second, support, null),
    await world.ask(second, 'GET', '/api/administration/audit/export'),
  ])
    assert.is(refusalCode(answer), 'proof_needed');
  await setRole(administrator, second, null);
});

/** `npm run administrator`, beside the running server. */
function runConsole(...given: string[]): Promise<{ code: number | null; output: string }> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'src/grant-administrator.ts', ...given],
    { env: { ...process.env, NODE_ENV: 'test', DATA_DIR: world.server.dataDirectory, LOG_LEVEL: 'silent' } },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((done) => child.on('close', (code) => done({ code, output })));
}

// ADM-6
test('the console makes the first administrator, and validates them', async () => {
  const who = await world.somebody('first-admin@example.org', { trialEndsAt: inDays(-1) });
  await world.get(who, 'POST', '/api/account/validation', { kind: 'administrator', message: 'Je suis la DSI.' });
  const made = await runConsole('First-Admin@example.org');
  assert.equal(made, { code: 0, output: 'Mme Claire Bonnet administre désormais cette installation.\n' });
  assert.is((await world.ask(who, 'GET', listPath)).status, 200);
  const requests = await world.db
    .select()
    .from(validationRequests)
    .where(eq(validationRequests.accountId, who.accountId));
  assert.equal(
    requests.map(({ state }) => state),
    ['withdrawn'],
    'what it asked waits for nobody any more',
  );
  assert.match((await runConsole('first-admin@example.org')).output, 'administre déjà');
  const unknown = await runConsole('nobody@example.org');
  assert.is(unknown.code, 1);
  assert.match(unknown.output, 'Aucun compte');
  assert.is((await runConsole()).code, 2);
});

test.run();
