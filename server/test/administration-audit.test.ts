import { eq } from 'drizzle-orm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { auditEvents } from '@concertation/schema';
import type { AuditLine } from '@concertation/shared/contracts';
import { Audit } from '../src/audit/index.ts';
import { demonstrationAuditKey } from '../src/config/index.ts';
import { RegistrationWorld, type Somebody } from './support/registration-world.ts';

let world: RegistrationWorld;
let administrator: Somebody;
test.before(async () => {
  world = await RegistrationWorld.open();
  administrator = await world.demonstration('administrator');
});
test.after(() => world?.stop());

const path = '/api/administration/audit';
const search = (query: Record<string, string> = {}) =>
  world.get<AuditLine[]>(administrator, 'GET', `${path}?${new URLSearchParams(query).toString()}`);

async function exported(query: Record<string, string> = {}) {
  const response = await fetch(`${world.server.origin}${path}/export?${new URLSearchParams(query).toString()}`, {
    headers: { cookie: administrator.cookie },
  });
  return { response, text: Buffer.from(await response.arrayBuffer()).toString('utf8') };
}

// ADM-7
test('the audit is read latest first, page after page, without a hole', async () => {
  const who = await world.somebody('actor@example.org');
  await world.server.services.database.transaction(async (tx) => {
    for (let times = 0; times < 150; times += 1)
      await world.server.services.audit.record(tx, 'case.opened', { accountId: who.accountId }, {});
  });
  const first = await search({ kind: 'case.opened', accountId: who.accountId });
  assert.is(first.length, 100);
  assert.is(first[0]?.accountName, 'Mme Claire Bonnet');
  const before = String(first.at(-1)?.position);
  const second = await search({ kind: 'case.opened', accountId: who.accountId, before });
  assert.is(second.length, 50);
  const positions = [...first, ...second].map(({ position }) => position);
  assert.equal(
    positions,
    [...positions].sort((a, b) => b - a),
  );
  assert.is(new Set(positions).size, 150);
});

// ADM-7
test('it is sought by person who acted or was acted upon, by patient, by kind, by day, and by mark', async () => {
  const who = await world.somebody('target@example.org');
  const patientId = crypto.randomUUID();
  const { database, audit } = world.server.services;
  await database.transaction(async (tx) => {
    await audit.record(
      tx,
      'account.suspended',
      { accountId: administrator.accountId, subject: `account:${who.accountId}` },
      {},
    );
    await audit.record(tx, 'case.read', { accountId: who.accountId, patientId }, {});
    await audit.record(tx, 'session.refused', { accountId: who.accountId }, { reason: 'passkey_refused' });
  });
  const kinds = async (query: Record<string, string>) => (await search(query)).map(({ kind }) => kind);
  assert.equal(await kinds({ accountId: who.accountId }), [
    'session.refused',
    'case.read',
    'account.suspended',
    'session.opened',
  ]);
  assert.equal(await kinds({ patientId }), ['case.read']);
  await database.transaction((tx) =>
    audit.record(tx, 'case.opened_in_emergency', { patientId }, { accessId: patientId }),
  );
  assert.equal(await kinds({ patientId, kind: 'case.opened' }), [], 'a whole name is that kind alone');
  assert.equal(await kinds({ patientId, kind: 'case.' }), ['case.opened_in_emergency', 'case.read']);
  assert.ok((await kinds({ kind: 'session.' })).every((kind) => kind.startsWith('session.')));
  const marked = await search({ marked: 'true', accountId: who.accountId });
  assert.equal(
    marked.map(({ kind, marked: shown }) => [kind, shown]),
    [['session.refused', true]],
  );
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(new Date());
  assert.is((await search({ from: today, to: today, patientId })).length, 2);
  assert.equal(await search({ to: '2020-01-01' }), []);
  assert.is((await world.ask(administrator, 'GET', `${path}?from=hier`)).status, 422);
});

// ADM-7
test('that somebody reads the audit is recorded, once for its pages, without what was sought', async () => {
  const count = async () =>
    (await world.db.select().from(auditEvents).where(eq(auditEvents.kind, 'audit.read'))).length;
  const before = await count();
  await search({ kind: 'case.opened' });
  await search({ kind: 'case.opened', before: '1000000' });
  assert.is(await count(), before + 1);
  const [line] = await search({ kind: 'audit.read' });
  assert.equal([line?.accountId, line?.details], [administrator.accountId, { fields: ['kind'] }]);
});

// ADM-8; product 3.4 n° 18
test('an export is a spreadsheet in which nothing is computed, and is recorded with its count', async () => {
  const { database, audit } = world.server.services;
  const who = await world.somebody('formula@example.org');
  await database.transaction((tx) =>
    audit.record(
      tx,
      'session.refused',
      { accountId: who.accountId, subject: '=HYPERLINK("http://evil.example")' },
      { reason: '@SUM(1)' },
    ),
  );
  const { response, text } = await exported({ accountId: who.accountId });
  assert.equal([response.status, response.headers.get('content-type')?.split(';', 1)[0]], [200, 'text/csv']);
  assert.match(
    response.headers.get('content-disposition') ?? '',
    /^attachment; filename="audit-\d{4}-\d\d-\d\d\.csv"$/,
  );
  const lines = text.split('\r\n').filter(Boolean);
  assert.is(lines.length, 3, 'the head, the refusal, the session');
  assert.match(lines[0] ?? '', /^\uFEFFPosition;Date;/);
  assert.match(lines[1] ?? '', ';session.refused;Connexion refusée;');
  assert.match(lines[1] ?? '', `'=HYPERLINK`);
  assert.not.match(text, /(^|;)"?[=+@]/m);
  const [line] = await search({ kind: 'audit.exported' });
  assert.equal(line?.details, { lines: 2, fields: ['accountId'] });
});

// ADM-8
test('a long export is read as it is sent, and every line of it leaves', async () => {
  const { database, audit } = world.server.services;
  const patientId = crypto.randomUUID();
  await database.transaction(async (tx) => {
    for (let times = 0; times < 2_100; times += 1) await audit.record(tx, 'case.read', { patientId }, {});
  });
  const { text } = await exported({ patientId });
  assert.is(text.split('\r\n').filter(Boolean).length, 2_101);
  const verified = await new Audit(demonstrationAuditKey).verify(database.db);
  assert.is(verified.brokenAt, null);
});

test.run();
