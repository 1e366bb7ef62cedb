import { eq } from 'drizzle-orm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import {
  accounts,
  attendances,
  auditEvents,
  boards,
  cases,
  documentUpdates,
  frozenReports,
  grants,
  meetings,
  patients,
  presentations,
  reports,
} from '@concertation/schema';
import { demonstrationAccounts } from '@concertation/shared/contracts';
import { caseSections } from '@concertation/shared/documents';
import { Audit } from '../src/audit/index.ts';
import { prepareDemonstration } from '../src/demonstration/index.ts';
import { emptySection, Journal, readSection, readState, verifyJournal } from '../src/documents/index.ts';
import { auditTrail } from './support/audit-trail.ts';
import { DemonstrationWorld } from './support/demonstration-world.ts';
import { startTestServer } from './harness.ts';

let world: DemonstrationWorld;
test.before(async () => {
  world = await DemonstrationWorld.open();
  made = await countAll();
});
test.after(() => world?.stop());

const tables = [
  accounts,
  attendances,
  boards,
  cases,
  documentUpdates,
  frozenReports,
  grants,
  meetings,
  patients,
  presentations,
  reports,
];
let made: number[] = [];
const countAll = async () => Promise.all(tables.map((table) => world.server.services.database.db.$count(table)));

async function prepareAgain(): Promise<void> {
  const { database, audit, log } = world.server.services;
  const journal = new Journal({ sql: database.raw, log, pendingBytes: 1_000_000 });
  await prepareDemonstration({ database, audit, journal });
}

test('seven people, and for each what they may reach', async () => {
  for (const key of demonstrationAccounts) assert.ok(world.accountId(key));
  const count = async (who: (typeof demonstrationAccounts)[number], path: string) =>
    (await world.get<unknown[]>(who, 'GET', path)).length;
  assert.is(await count('coordinator', '/api/meetings'), 3);
  const patients = async (who: (typeof demonstrationAccounts)[number]) =>
    (await world.get<{ total: number }>(who, 'GET', '/api/cases')).total;
  assert.is(await patients('coordinator'), 6);
  assert.is(await patients('referent'), 2);
  assert.is(await count('referent', '/api/meetings'), 0);
  assert.is(await patients('outsider'), 0);
  assert.is(await count('outsider', '/api/meetings'), 0);
});

test('a running meeting has four cases, presented in turn by two people', async () => {
  const { presentations: listed, members } = await world.meeting('running');
  const presenters = listed.map(({ presenter }) => presenter.accountId);
  const [first, second] = [world.accountId('presenter'), world.accountId('second_presenter')];
  assert.equal(presenters, [first, second, first, second]);
  assert.is(members.length, 5);
  const past = await world.meeting('closed');
  assert.equal(
    past.presentations.map(({ reportState }) => reportState),
    ['validated'],
  );
  assert.is(past.attendance.length, 5);
  assert.is((await world.meeting('planned')).presentations.length, 1);
});

test('every sheet has words in every section, in a journal that holds together', async () => {
  const { database } = world.server.services;
  for (const { id } of await database.db.select().from(cases)) {
    const { state } = await readState(database.db, `case:${id}`);
    for (const section of caseSections) assert.not(emptySection(readSection(state, section)), section);
    const written = await database.db
      .select()
      .from(documentUpdates)
      .where(eq(documentUpdates.document, `case:${id}`))
      .orderBy(documentUpdates.position);
    assert.equal(
      written.map(({ accountId }) => accountId !== null),
      [false, true],
      'the seed, then its presenter',
    );
    assert.equal(await verifyJournal(database.db, `case:${id}`), { rows: 2, brokenAt: null });
  }
  assert.is((await world.server.services.audit.verify(database.db)).brokenAt, null);
});

test('prepared again, even by several servers at once, it changes nothing', async () => {
  const before = await countAll();
  await Promise.all([prepareAgain(), prepareAgain()]);
  assert.equal(await countAll(), before);
});

test('what people did to it stays', async () => {
  const found = await world.get<{ cards: { caseId: string }[] }>('presenter', 'GET', '/api/cases?search=le+guen');
  const [card] = found.cards;
  assert.ok(card);
  await world.get('presenter', 'PATCH', `/api/cases/${card.caseId}/patient`, {
    birthName: 'Le Goff',
    birthGivenName: 'Yves',
    birthDate: '1951-07-28',
    sex: 'M',
    revision: 1,
  });
  const { meetingId } = await world.meeting('running');
  await world.get('secretary', 'POST', `/api/meetings/${meetingId}/close`);
  const before = await countAll();
  await prepareAgain();
  assert.equal(await countAll(), before);
});

/** An audit that breaks off after so many events, as a killed server would. */
class KilledAudit extends Audit {
  #left: number;
  constructor(left: number) {
    super('a key that nobody verifies here');
    this.#left = left;
  }
  override async record(...event: Parameters<Audit['record']>): Promise<void> {
    if (this.#left-- <= 0) throw new Error('killed');
    await super.record(...event);
  }
}

test('starts that were cut short anywhere are completed by the next', async () => {
  const server = await startTestServer({ DEMONSTRATION: '0' });
  try {
    const { database, audit, log } = server.services;
    const journal = new Journal({ sql: database.raw, log, pendingBytes: 1_000_000 });
    let killed = 0;
    for (let after = 4; after < 10; after += 1)
      await prepareDemonstration({ database, audit: new KilledAudit(after), journal }).catch(() => (killed += 1));
    assert.is(killed, 6);
    await prepareDemonstration({ database, audit, journal });
    assert.equal(await Promise.all(tables.map((table) => database.db.$count(table))), made);
  } finally {
    await server.stop();
  }
});

test('its acts are in the audit without a session', async () => {
  const [row] = await auditTrail(world.server, eq(auditEvents.kind, 'case.opened'));
  assert.is(row?.sessionId, '00000000-0000-0000-0000-000000000000');
});

test('nothing of it is made where the demonstration is off', async () => {
  const server = await startTestServer({ DEMONSTRATION: '0' });
  try {
    const { db } = server.services.database;
    assert.equal(await Promise.all([accounts, patients, boards].map((table) => db.$count(table))), [0, 0, 0]);
    const login = await fetch(`${server.origin}/api/demo/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ account: 'presenter' }),
    });
    assert.is(login.status, 404);
  } finally {
    await server.stop();
  }
});

test.run();
