import { and, eq } from 'drizzle-orm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { accounts, auditEvents, emergencyAccesses, grants, notifications, sessions } from '@concertation/schema';
import type {
  AuditLine,
  CaseDetail,
  CaseEmergency,
  EmergencyAccess,
  PersonalAccess,
} from '@concertation/shared/contracts';
import { documentName } from '@concertation/shared/domain';
import { endEmergencies } from '../src/administration/index.ts';
import { grant, revoke } from '../src/access/index.ts';
import { newId } from '../src/lib/index.ts';
import { refusalCode } from './support/ask.ts';
import { newPatient } from './support/demonstration-world.ts';
import { inDays, RegistrationWorld, type Somebody } from './support/registration-world.ts';
import { SyncClient } from './support/sync-client.ts';
import { waitFor } from './support/wait-for.ts';

let world: RegistrationWorld;
let owner: Somebody;
let referent: Somebody;
test.before(async () => {
  world = await RegistrationWorld.open();
  owner = await world.demonstration('presenter');
  referent = await world.demonstration('referent');
});
test.after(() => world?.stop());

const reason = 'Détresse respiratoire aux urgences, traitement en cours inconnu.';
const numbers = [
  '89900000111',
  '89900000129',
  '89900000004',
  '89900000012',
  '89900000020',
  '89900000038',
  '89900000046',
  '89900000053',
  '89900000061',
  '89900000095',
  '89900000103',
];

/** A verified professional with an RPPS number of their own, who has nothing to do with the case. */
async function professional(email: string): Promise<Somebody> {
  return world.somebody(email, { rpps: numbers.shift() ?? null });
}

async function newCase(): Promise<{ caseId: string; traits: ReturnType<typeof newPatient> }> {
  const traits = newPatient();
  const { caseId } = await world.get<{ caseId: string }>(owner, 'POST', '/api/cases', traits);
  return { caseId, traits };
}

const open = (who: Somebody, traits: Record<string, unknown>, given: unknown = reason) =>
  world.ask(who, 'POST', '/api/emergency', { traits, reason: given });
const toldOf = (who: Somebody) =>
  world.db
    .select()
    .from(notifications)
    .where(and(eq(notifications.accountId, who.accountId), eq(notifications.kind, 'emergency_access')));

// EMR-1, EMR-2, EMR-3
test('a case is opened in an emergency, in reading, and its owner and referents are told', async () => {
  const { caseId, traits } = await newCase();
  await world.get(owner, 'POST', `/api/cases/${caseId}/grants`, { accountId: referent.accountId, role: 'referent' });
  const who = await professional('urgentiste@example.org');
  assert.is((await world.ask(who, 'GET', `/api/cases/${caseId}`)).status, 404);

  const answer = await open(who, { ...traits, birthName: traits.birthName.toLowerCase() });
  assert.is(answer.status, 200);
  const opened = answer.body as EmergencyAccess;
  assert.is(opened.caseId, caseId);
  assert.is(Math.round((new Date(opened.endsAt ?? 0).getTime() - Date.now()) / 60_000), 120);
  assert.is((await world.ask(who, 'GET', `/api/cases/${caseId}`)).status, 200);
  const client = new SyncClient(world.server, who.cookie, documentName('case', caseId));
  await waitFor(() => client.provider.synced, 'the sheet');
  assert.is(client.provider.authorizedScope, 'readonly');
  client.close();

  for (const told of [owner, referent]) {
    const [notice] = await toldOf(told);
    assert.equal(notice?.about, { caseId, by: 'Mme Claire Bonnet' });
    assert.is((await world.mailsTo(told.email)).at(-1)?.subject, 'Accès en urgence à un dossier');
  }
  assert.equal(await toldOf(who), []);
  const [row] = await world.db.select().from(emergencyAccesses).where(eq(emergencyAccesses.caseId, caseId));
  assert.is(row?.reason, reason);
  const administrator = await world.demonstration('administrator');
  const lines = await world.get<AuditLine[]>(administrator, 'GET', '/api/administration/audit?marked=true');
  assert.equal(
    [lines[0]?.kind, lines[0]?.accountId, lines[0]?.subject, lines[0]?.marked],
    ['case.opened_in_emergency', who.accountId, `case:${caseId}`, true],
  );
  assert.not.match(JSON.stringify(lines[0]), 'Détresse', 'the reason is not in the audit: it may be clinical');

  const again = (await open(who, traits)).body as EmergencyAccess;
  assert.is(again.endsAt, opened.endsAt, 'opened again, it is the same access');
  assert.is((await toldOf(owner)).length, 1);
});

// EMR-4
test('it ends by itself, live channels included, and leaves what the owner gave since', async () => {
  const { caseId, traits } = await newCase();
  const who = await professional('deux-heures@example.org');
  const kept = await professional('garde@example.org');
  for (const person of [who, kept]) assert.is((await open(person, traits)).status, 200);
  await world.get(owner, 'POST', `/api/cases/${caseId}/grants`, { accountId: kept.accountId, role: 'reader' });
  const client = new SyncClient(world.server, who.cookie, documentName('case', caseId));
  await waitFor(() => client.provider.synced, 'the sheet');

  await endEmergencies(world.server.services);
  assert.is((await world.ask(who, 'GET', `/api/cases/${caseId}`)).status, 200, 'not before its time');
  await world.db
    .update(emergencyAccesses)
    .set({ endsAt: new Date(Date.now() - 1000) })
    .where(eq(emergencyAccesses.caseId, caseId));
  await endEmergencies(world.server.services);
  assert.is((await world.ask(who, 'GET', `/api/cases/${caseId}`)).status, 404);
  await waitFor(() => client.reasons.length > 0, 'the channel closed', 5_000);
  client.close();
  assert.is((await world.ask(kept, 'GET', `/api/cases/${caseId}`)).status, 200);
  const ended = and(eq(auditEvents.kind, 'case.emergency_ended'), eq(auditEvents.subject, `case:${caseId}`));
  assert.is((await world.db.select().from(auditEvents).where(ended)).length, 2);
});

// EMR-1
test('it is for a verified professional with a number, who is there, and writes why', async () => {
  const { traits } = await newCase();
  const secretary = await world.somebody('sans-numero@example.org');
  assert.is(refusalCode(await open(secretary, traits)), 'forbidden');
  const onTrial = await world.somebody('a-l-essai@example.org', { trialEndsAt: inDays(9) });
  await world.db.update(accounts).set({ rpps: '89900000079' }).where(eq(accounts.id, onTrial.accountId));
  assert.is(refusalCode(await open(onTrial, traits)), 'forbidden');
  const administrator = await world.demonstration('administrator');
  assert.is(refusalCode(await open(administrator, traits)), 'forbidden', 'an administrator is no reader');

  const who = await professional('presse@example.org');
  assert.is(refusalCode(await open(who, traits, 'Urgence vitale.')), 'invalid', 'twenty characters at least');
  assert.is(refusalCode(await open(who, traits, ' '.repeat(40))), 'invalid');
  await world.db
    .update(sessions)
    .set({ provedAt: new Date(Date.now() - 11 * 60_000) })
    .where(eq(sessions.accountId, who.accountId));
  assert.is(refusalCode(await open(who, traits)), 'proof_needed');
  assert.is(refusalCode(await world.ask(null, 'POST', '/api/emergency', { traits, reason })), 'signed_out');
});

// EMR-2
test('one trait away, nobody, no case and a refusal of the patient are the same answer', async () => {
  const { caseId, traits } = await newCase();
  const who = await professional('cherche@example.org');
  const answers = [
    await open(who, { ...traits, birthGivenName: 'Claudie' }),
    await open(who, { ...traits, birthDate: '1970-05-18' }),
    await open(who, newPatient()),
  ];
  await world.get(owner, 'POST', `/api/cases/${caseId}/consent`, {
    informedOn: '2026-01-05',
    informedBy: 'Dr Durand',
    means: 'oral',
    opposition: 'objected',
    sharing: false,
  });
  answers.push(await open(who, traits));
  const shown = answers.map(({ status, body }) => ({ status, ...(body as object), requestId: null }));
  for (const answer of shown) assert.equal(answer, shown[0]);
  assert.is(shown[0]?.status, 404);
  const held = and(eq(grants.subjectId, caseId), eq(grants.granteeId, who.accountId));
  assert.equal(await world.db.select().from(grants).where(held), []);
});

// EMR-5
test('five tries in an hour, right or wrong, even at once', async () => {
  const { traits } = await newCase();
  const who = await professional('insiste@example.org');
  const answers = await Promise.all(Array.from({ length: 7 }, () => open(who, newPatient())));
  const codes = answers.map(refusalCode);
  assert.is(codes.filter((code) => code === 'not_found').length, 5);
  assert.is(codes.filter((code) => code === 'too_many').length, 2);
  assert.is(refusalCode(await open(who, traits)), 'too_many');
});

// EMR-3
test('who may read the case anyway is led to it, and nothing is told', async () => {
  const { caseId, traits } = await newCase();
  await world.db.update(accounts).set({ rpps: '89900000087' }).where(eq(accounts.id, owner.accountId));
  const before = (await toldOf(owner)).length;
  assert.equal((await open(owner, traits)).body, { caseId, endsAt: null });
  assert.is((await toldOf(owner)).length, before);
});

const emergencies = (who: Somebody, caseId: string) =>
  world.get<CaseEmergency[]>(who, 'GET', `/api/cases/${caseId}/emergencies`);
const until = async (who: Somebody, caseId: string) =>
  (await world.get<CaseDetail>(who, 'GET', `/api/cases/${caseId}`)).emergencyEndsAt;

// EMR-6
test('the case says to its reader until when; those who answer for it read who, when and why', async () => {
  const { caseId, traits } = await newCase();
  await world.get(owner, 'POST', `/api/cases/${caseId}/grants`, { accountId: referent.accountId, role: 'referent' });
  const who = await professional('lit-deux-heures@example.org');
  assert.equal(await emergencies(owner, caseId), []);
  const { endsAt } = (await open(who, traits)).body as EmergencyAccess;

  assert.is(await until(who, caseId), endsAt);
  assert.is(await until(owner, caseId), null);
  for (const told of [owner, referent]) {
    const [line] = await emergencies(told, caseId);
    assert.equal(
      [line?.person?.name, line?.reason, line?.endsAt, line?.open],
      ['Mme Claire Bonnet', reason, endsAt, true],
    );
  }
  assert.is(refusalCode(await world.ask(who, 'GET', `/api/cases/${caseId}/emergencies`)), 'forbidden');
  const outsider = await world.somebody('curieux@example.org');
  assert.is(refusalCode(await world.ask(outsider, 'GET', `/api/cases/${caseId}/emergencies`)), 'not_found');

  for (const told of [owner, referent]) {
    const [act] = await world.get<PersonalAccess[]>(told, 'GET', '/api/account/personal-data/accesses');
    assert.equal([act?.act, act?.by], ['case.opened_in_emergency', 'Mme Claire Bonnet']);
    assert.not.match(JSON.stringify(act), /Détresse/);
    assert.not.match(JSON.stringify(act), caseId);
  }
});

// EMR-4, EMR-6
test('given a role by the owner, one reads by it; withdrawn, an emergency opened again has its own two hours', async () => {
  const { caseId, traits } = await newCase();
  const kept = await professional('recoit-un-role@example.org');
  await open(kept, traits);
  await world.get(owner, 'POST', `/api/cases/${caseId}/grants`, { accountId: kept.accountId, role: 'reader' });
  assert.is(await until(kept, caseId), null);

  const who = await professional('rouvre@example.org');
  await open(who, traits);
  const { people } = await world.get<CaseDetail>(owner, 'GET', `/api/cases/${caseId}`);
  const grantId = people.find(({ person }) => person?.accountId === who.accountId)?.grantId;
  await world.get(owner, 'DELETE', `/api/cases/${caseId}/grants/${grantId}`);
  assert.is(refusalCode(await world.ask(who, 'GET', `/api/cases/${caseId}`)), 'not_found');
  assert.equal(
    (await emergencies(owner, caseId)).map((line) => line.open),
    [false, false],
    'withdrawn, or replaced by a role',
  );

  await open(who, traits);
  const mine = eq(emergencyAccesses.accountId, who.accountId);
  const rows = await world.db.select().from(emergencyAccesses).where(mine).orderBy(emergencyAccesses.openedAt);
  const past = { endsAt: new Date(Date.now() - 1000) };
  await world.db
    .update(emergencyAccesses)
    .set(past)
    .where(eq(emergencyAccesses.id, rows[0]?.id ?? ''));
  await endEmergencies(world.server.services);
  assert.is(await until(who, caseId), rows[1]?.endsAt.toISOString(), 'the end of the first one is not its own');
});

// EMR-4
test('asked again once the two hours are over, and before the sweep, it is a new access with its own two hours', async () => {
  const { caseId, traits } = await newCase();
  const who = await professional('entre-deux@example.org');
  await open(who, traits);
  await world.db
    .update(emergencyAccesses)
    .set({ endsAt: new Date(Date.now() - 1000) })
    .where(eq(emergencyAccesses.caseId, caseId));
  const told = (await toldOf(owner)).length;
  const again = (await open(who, traits)).body as EmergencyAccess;
  assert.is(Math.round((new Date(again.endsAt ?? 0).getTime() - Date.now()) / 60_000), 120);
  assert.is((await toldOf(owner)).length, told + 1);
  await endEmergencies(world.server.services);
  assert.is(await until(who, caseId), again.endsAt, 'the sweep ends the first one, not this one');
  const ended = and(eq(auditEvents.kind, 'case.emergency_ended'), eq(auditEvents.subject, `case:${caseId}`));
  assert.is((await world.db.select().from(auditEvents).where(ended)).length, 1, 'each end is recorded once');
});

// EMR-6
test('who meanwhile reads the case by a board is told of no end; when the board gives it no more, of that one', async () => {
  const { caseId, traits } = await newCase();
  const who = await professional('par-la-reunion@example.org');
  const { endsAt } = (await open(who, traits)).body as EmergencyAccess;
  const board = newId();
  const give = (role: 'presented' | 'presented_openly' | 'member') =>
    world.server.services.database.transaction((tx) =>
      grant(
        tx,
        role === 'member'
          ? {
              subject: { kind: 'board', id: board },
              grantee: { kind: 'account', id: who.accountId },
              role,
              grantedBy: null,
            }
          : { subject: { kind: 'case', id: caseId }, grantee: { kind: 'board', id: board }, role, grantedBy: null },
      ),
    );
  await give('member');
  assert.is(await until(who, caseId), endsAt, 'a board that has nothing of this case');
  const lent = await give('presented_openly');
  assert.is(await until(who, caseId), null, 'in reading, as by the emergency');
  const subject = { kind: 'case', id: caseId } as const;
  await world.server.services.database.transaction((tx) => revoke(tx, subject, lent.id));
  assert.is(await until(who, caseId), endsAt);
  await give('presented');
  assert.is(await until(who, caseId), null);
});

test.run();
