import { eq } from 'drizzle-orm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { mails, meetings, notifications } from '@concertation/schema';
import {
  type NotificationAbout,
  type NotificationKind,
  notificationKinds,
  type NotificationLine,
  type NotificationPreference,
  type OutboxMail,
} from '@concertation/shared/contracts';
import { documentName } from '@concertation/shared/domain';
import { createAccount } from '../src/auth/index.ts';
import { writeSection } from '../src/documents/index.ts';
import { newId } from '../src/lib/index.ts';
import { tomorrowsPresentations } from '../src/meetings/index.ts';
import { type DigestNeeds, runDigest, sweepNotifications } from '../src/notifications/index.ts';
import { startTestServer } from './harness.ts';
import { ask, refusalCode } from './support/ask.ts';
import { DemonstrationWorld } from './support/demonstration-world.ts';
import { paragraphs } from './support/report-world.ts';
import type { DemonstrationKey } from './support/sign-in.ts';

type Told = { unread: number; lines: NotificationLine[] };
let world: DemonstrationWorld;
test.before(async () => {
  world = await DemonstrationWorld.open();
});
test.after(() => world?.stop());

const told = (who: DemonstrationKey) => world.get<Told>(who, 'GET', '/api/notifications');
const outbox = () => world.get<OutboxMail[]>('secretary', 'GET', '/api/demo/mails');
const tell = (to: DemonstrationKey[], kind: NotificationKind, about: NotificationAbout = {}) =>
  world.server.services.database.transaction((tx) =>
    world.server.services.tell(tx, { to: to.map((who) => world.accountId(who)), kind, about }),
  );
const prefer = (who: DemonstrationKey, kind: NotificationKind, email: boolean) =>
  world.get(who, 'PATCH', '/api/notifications/preferences', { kind, email });

test('a notice is told once to each account, and nobody else reads it or marks it', async () => {
  await tell(['secretary', 'secretary', 'expert'], 'member_added', { boardName: 'RCP Digestif', by: 'Dr Brun' });
  const { lines } = await told('secretary');
  assert.is(lines.filter(({ kind }) => kind === 'member_added').length, 1);
  const [line] = lines;
  assert.equal(line?.about, { boardName: 'RCP Digestif', by: 'Dr Brun' });
  assert.is(line?.readAt, null);
  assert.not((await told('referent')).lines.some(({ kind }) => kind === 'member_added'));

  const other = (await told('expert')).lines[0]?.notificationId;
  const reading = (notificationIds: string[] | null) =>
    world.ask('secretary', 'POST', '/api/notifications/reading', { notificationIds });
  assert.is((await reading([other as string])).status, 204);
  assert.is((await told('expert')).unread, 1, 'not theirs to read');
  await reading([line?.notificationId as string]);
  assert.is((await told('secretary')).unread, 0);
  await tell(['secretary'], 'digest', { count: 1 });
  await tell(['secretary'], 'digest', { count: 2 });
  assert.is((await told('secretary')).unread, 2);
  await reading(null);
  assert.is((await told('secretary')).unread, 0);
  assert.is(refusalCode(await world.ask('secretary', 'POST', '/api/notifications/reading', {})), 'invalid');
});

test('a kind refused by e-mail stays in the product, and only for who refused it', async () => {
  const before = await world.get<NotificationPreference[]>('expert', 'GET', '/api/notifications/preferences');
  assert.equal(
    before,
    notificationKinds.map((kind) => ({ kind, email: true })),
  );
  await prefer('expert', 'opinion_asked', false);
  await prefer('expert', 'opinion_asked', false);
  const after = await world.get<NotificationPreference[]>('expert', 'GET', '/api/notifications/preferences');
  assert.equal(
    after.filter(({ email }) => !email),
    [{ kind: 'opinion_asked', email: false }],
  );
  const already = (await outbox()).length;
  await tell(['expert', 'referent'], 'opinion_asked', { by: 'Dr Brun' });
  assert.ok((await told('expert')).lines.some(({ kind }) => kind === 'opinion_asked'));
  const written = (await outbox()).slice(0, -already || undefined);
  assert.is(written.filter(({ subject }) => subject === 'Un avis vous est demandé').length, 1);
  await prefer('expert', 'opinion_asked', true);
  const wrong = await world.ask('expert', 'PATCH', '/api/notifications/preferences', { kind: 'other', email: true });
  assert.is(refusalCode(wrong), 'invalid');
});

test('a colleague to whom a case is shared is told once; who shares is not', async () => {
  const caseId = await world.openCase('presenter');
  const share = (role: string) =>
    world.get('presenter', 'POST', `/api/cases/${caseId}/grants`, { accountId: world.accountId('outsider'), role });
  await share('reader');
  await share('reader');
  await share('expert');
  const mine = (await told('outsider')).lines.filter(({ about }) => about.caseId === caseId);
  assert.equal(
    mine.map(({ kind }) => kind),
    ['case_shared'],
  );
  assert.ok(mine[0]?.about.by);
  assert.not(
    (await told('presenter')).lines.some(({ about, kind }) => kind === 'case_shared' && about.caseId === caseId),
  );
});

// SC-78, SC-85: the words of every kind, and what none of them holds.
test('no mail and no notification of any kind holds a patient’s name or a word of a case', async () => {
  const caseId = await world.openCase('presenter', { birthName: 'Loup-Garou', birthGivenName: 'Célimène' });
  const words = 'Adénocarcinome lieberkühnien';
  await world.server.services.live.edit(
    documentName('case', caseId),
    {
      accountId: world.accountId('presenter'),
      sessionId: newId(),
      name: 'Dr Essai',
      specialty: 'Chirurgie',
      guestOf: null,
    },
    (document) => writeSection(document, 'diagnosis', paragraphs(words)),
  );
  const { meetingId } = await world.meeting('planned');
  await world.get('presenter', 'POST', `/api/cases/${caseId}/grants`, {
    accountId: world.accountId('expert'),
    role: 'expert',
  });
  const about = { boardName: 'RCP Digestif', startsAt: '2026-11-26T17:00:00.000Z', caseId, meetingId, by: 'Dr Brun' };
  // What a careless caller would add is not in the contract, and goes nowhere.
  const careless = { ...about, patient: 'LOUP-GAROU Célimène', words } as NotificationAbout;
  for (const kind of notificationKinds) await tell(['referent'], kind, careless);
  const { db } = world.server.services.database;
  const rows = await db.select().from(notifications);
  const all = await db.select().from(mails);
  for (const kind of notificationKinds)
    assert.ok(
      rows.some((row) => row.kind === kind),
      kind,
    );
  assert.ok(all.length >= notificationKinds.length);
  const everything = JSON.stringify([rows, all]);
  assert.not.match(everything, /loup.?garou|célimène|celimene|ad[ée]nocarcinome|lieberk/i);
  for (const { subject, text } of all) {
    assert.not.match(subject + text, /undefined|null|NaN|Invalid/);
    assert.match(text, 'Ce message ne contient aucune donnée de patient.');
  }
});

// SC-82, OO-26
test('a connection test is kept, the latest only; it passes without a camera, not without a microphone', async () => {
  const good = { browser: true, network: true, live: true, storage: true, microphone: true, camera: true, delay: 42 };
  assert.is((await world.ask('expert', 'GET', '/api/connection-test')).body, null);
  const record = (outcome: object) => world.get<{ passed: boolean }>('expert', 'POST', '/api/connection-test', outcome);
  assert.equal(await record({ ...good, microphone: false }), { passed: false });
  assert.equal(await record({ ...good, delay: 5000 }), { passed: false });
  assert.equal(await record({ ...good, camera: false }), { passed: true });
  const latest = await world.get<{ passed: boolean; outcome: object }>('expert', 'GET', '/api/connection-test');
  const unmeasured = { media: null, download: null, upload: null };
  assert.equal([latest.passed, latest.outcome], [true, { ...good, camera: false, ...unmeasured }]);
  assert.is((await world.ask('referent', 'GET', '/api/connection-test')).body, null);
  const wrong = await world.ask('expert', 'POST', '/api/connection-test', { ...good, delay: -1 });
  assert.is(refusalCode(wrong), 'invalid');
});

test('in a demonstration nothing leaves: mails stay in the outbox, the latest first', async () => {
  await tell(['coordinator'], 'report_signed', { boardName: 'RCP Digestif' });
  const [latest] = await outbox();
  assert.is(latest?.subject, 'Compte-rendu signé : RCP Digestif');
  assert.equal([latest?.sentAt, latest?.failure, latest?.calendar], [null, null, null]);
});

test('elsewhere the outbox does not exist', async () => {
  const server = await startTestServer({ DEMONSTRATION: '0' });
  try {
    const { database, sessions } = server.services;
    const cookie = await database.transaction(async (tx) => {
      const person = {
        email: 'a@exemple.fr',
        title: 'Dr',
        givenName: 'A',
        familyName: 'B',
        specialty: 'Chirurgie',
      } as const;
      const accountId = await createAccount(tx, person);
      return (await sessions.open(tx, { accountId, means: 'passkey', device: 'test', replaces: null })).cookie;
    });
    const answer = await ask(server, 'GET', '/api/demo/mails', { cookie: cookie.split(';', 1)[0] as string });
    assert.is(refusalCode(answer), 'demonstration_off');
  } finally {
    await server.stop();
  }
});

// SC-87: those who present or administer on a day, and what is not ready.
test('the digest of a day tells who administers and who presents, and nobody else', async () => {
  const { database, jobs, tell: _tell, ...services } = world.server.services;
  const needs: DigestNeeds = {
    database,
    jobs,
    setting: () => ({ origin: services.origin, support: { email: '', phone: '' } }),
    factsOf: tomorrowsPresentations,
  };
  const { meetingId, presentations } = await world.meeting('planned');
  await database.db
    .update(meetings)
    .set({ startsAt: new Date('2031-03-29T23:30:00Z') })
    .where(eq(meetings.id, meetingId));
  assert.is(await runDigest(needs, '2031-03-29'), 0, 'half past midnight in Paris is the day after');
  const facts = await tomorrowsPresentations(database.db, '2031-03-30');
  const of = (who: DemonstrationKey) => facts.find(({ accountId }) => accountId === world.accountId(who))?.meetings[0];
  assert.equal([of('coordinator')?.administers, of('coordinator')?.cases], [true, presentations.length]);
  assert.is(of('secretary')?.administers, true);
  const presenters = new Set(presentations.map(({ presenter }) => presenter.accountId));
  assert.is(of('presenter') !== undefined, presenters.has(world.accountId('presenter')));
  assert.is(of('outsider'), undefined);
  const already = (await told('coordinator')).lines.length;
  const made = await runDigest(needs, '2031-03-30');
  assert.is(made, facts.length);
  assert.is(await runDigest(needs, '2031-03-30'), 0, 'once for a day');
  const { lines } = await told('coordinator');
  assert.is(lines.length, already + 1);
  assert.is(lines[0]?.kind, 'digest');
  assert.equal([lines[0]?.about.count, lines[0]?.about.meetingId], [presentations.length, meetingId]);
});

test('the digest is scheduled every day at 17:00 in Paris', async () => {
  const rows = await world.server.services.database.raw<{ cron: string; timezone: string }[]>`
    select cron, timezone from jobs.schedule where name = 'digest.make'`;
  assert.equal([...rows], [{ cron: '0 17 * * *', timezone: 'Europe/Paris' }]);
});

test('what was read more than 90 days ago and what left more than 30 days ago is swept; what is unread stays', async () => {
  const { database } = world.server.services;
  const { db } = database;
  const now = new Date('2030-06-01T12:00:00Z');
  const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);
  const accountId = world.accountId('secretary');
  const base = { accountId, kind: 'digest', about: {}, createdAt: ago(200) };
  const ids = { old: newId(), recent: newId(), unread: newId(), left: newId(), fresh: newId() };
  await db.insert(notifications).values([
    { ...base, id: ids.old, readAt: ago(91) },
    { ...base, id: ids.recent, readAt: ago(89) },
    { ...base, id: ids.unread, readAt: null },
  ]);
  const mail = { recipient: 'a@exemple.fr', subject: 'a', text: 'a', html: 'a' };
  await db.insert(mails).values([
    { ...mail, id: ids.left, createdAt: ago(31), sentAt: ago(31) },
    { ...mail, id: ids.fresh, createdAt: ago(29), sentAt: ago(29) },
  ]);
  await sweepNotifications(database, now);
  const kept = new Set([
    ...(await db.select({ id: notifications.id }).from(notifications)).map(({ id }) => id),
    ...(await db.select({ id: mails.id }).from(mails)).map(({ id }) => id),
  ]);
  assert.equal(
    [ids.old, ids.recent, ids.unread, ids.left, ids.fresh].map((id) => kept.has(id)),
    [false, true, true, false, true],
  );
});

test.run();
