import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { Audit } from '../src/audit/index.ts';
import type { Database } from '../src/database/index.ts';
import type { Services } from '../src/http/index.ts';
import { freezeReport } from '../src/reports/index.ts';
import { startTestServer, type TestServer } from './harness.ts';
import { assertShut, assertStillOpen, countJobs, frozenRows } from './support/frozen-rows.ts';
import { askFreeze, openWorld, presentComplete, type Presented, type World } from './support/report-world.ts';

// FRZ-6, FRZ-7: whatever breaks between the seal and the answer, a report is open as before, or frozen once.

const environment = { DEMONSTRATION: '0', SIGNING_P12: 'there-is-no-key.p12' };
let server: TestServer;
let world: World;
test.before(async () => {
  server = await startTestServer(environment);
  world = await openWorld(server);
});
test.after(() => server?.stop());

/** Freezes with some of what the server works with replaced by something that breaks. */
function freezeWith(broken: Partial<Services>, { reportId, identity }: Presented) {
  const request = { reportId, check: { by: 'identity' as const, ...identity }, derogation: null };
  return freezeReport({ ...server.services, ...broken }, world.people.coordinator.principal, request);
}

const brokenAudit = Object.assign(Object.create(Audit.prototype) as Audit, {
  record: () => Promise.reject(new Error('the disk is full')),
});

test('a transaction that fails after the seal leaves the report open, and nothing else', async () => {
  const presented = await presentComplete(world);
  await freezeWith({ audit: brokenAudit }, presented).then(
    () => assert.unreachable(),
    (error: Error) => assert.is(error.message, 'the disk is full'),
  );
  await assertStillOpen(world, presented);
  assert.is((await askFreeze(world, 'coordinator', presented)).status, 200);
});

test('of two people who freeze at once, one whose transaction fails does not reopen what the other freezes', async () => {
  const presented = await presentComplete(world);
  const failing = freezeWith({ audit: brokenAudit }, presented).catch((error: Error) => error.message);
  const [answer, failure] = await Promise.all([askFreeze(world, 'delegate', presented), failing]);
  assert.is(answer.status, 200);
  assert.is(failure, 'the disk is full');
  assert.is((await frozenRows(world, presented.reportId)).length, 1);
  await assertShut(world, presented);
});

/** A database whose first transactions commit, then lose their answer. */
function losingAnswers(database: Database, times: number): Database {
  let lost = 0;
  return Object.assign(Object.create(database) as Database, {
    db: database.db,
    transaction: async (work: Parameters<Database['transaction']>[0]) => {
      const result = await database.transaction(work);
      lost += 1;
      if (lost <= times) throw Object.assign(new Error('connection lost'), { code: 'CONNECTION_CLOSED' });
      return result;
    },
  });
}

test('a commit whose answer was lost is a freeze: the question is asked again, and the report stays shut', async () => {
  const presented = await presentComplete(world);
  const shown = await freezeWith({ database: losingAnswers(server.services.database, 2) }, presented);
  const [row] = await frozenRows(world, presented.reportId);
  assert.is(shown.documentNumber, row?.documentNumber);
  assert.is(await countJobs(world, presented.reportId), 1);
  await assertShut(world, presented);
});

test('a server that stops between the seal and the commit has frozen nothing', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'concertation-freeze-'));
  try {
    const first = await startTestServer({ ...environment, DATA_DIR: directory });
    const there = await openWorld(first);
    const presented = await presentComplete(there);
    await first.services.live.seal(`report:${presented.reportId}`);
    await assertShut(there, presented);
    await first.stop();
    const second = await startTestServer({ ...environment, DATA_DIR: directory });
    const later = { ...there, server: second };
    await assertStillOpen(later, presented);
    assert.is((await askFreeze(later, 'coordinator', presented)).status, 200);
    await second.stop();
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
});

test.run();
