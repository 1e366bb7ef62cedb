import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { and, eq, sql } from 'drizzle-orm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { auditEvents, frozenReports, notifications, renditions } from '@concertation/schema';
import type { Provenance, ReportDetail } from '@concertation/shared/contracts';
import { signedFollower } from '../src/deliveries/index.ts';
import { demonstrationSigner } from '../src/reports/index.ts';
import { renderFrozen } from '../src/reports/rendition/make-rendition.ts';
import { renderAndSign } from '../src/reports/rendition/render-and-sign.ts';
import { sweepUnsigned } from '../src/reports/rendition/start-rendition.ts';
import { verifyPdf } from '../src/reports/sign/verify-pdf.ts';
import { startTestServer, type TestServer } from './harness.ts';
import { auditTrail } from './support/audit-trail.ts';
import { refusalCode } from './support/ask.ts';
import {
  type ActorName,
  askFreeze,
  askReport,
  openWorld,
  presentComplete,
  type Presented,
  unknownId,
  type World,
} from './support/report-world.ts';
import { waitFor } from './support/wait-for.ts';

let server: TestServer;
let world: World;
test.before(async () => {
  server = await startTestServer({ DEMONSTRATION: '0' });
  world = await openWorld(server);
});
test.after(() => server?.stop());

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const detail = async (reportId: string) => (await askReport(world, 'owner', 'GET', reportId)).body as ReportDetail;

async function rendition(reportId: string) {
  const [row] = await server.services.database.db.select().from(renditions).where(eq(renditions.reportId, reportId));
  assert.ok(row);
  return row;
}

async function audited(kind: string, reportId: string) {
  return auditTrail(server, and(eq(auditEvents.kind, kind), eq(auditEvents.subject, `report:${reportId}`)));
}

async function download(who: ActorName, reportId: string): Promise<{ response: Response; bytes: Uint8Array }> {
  const response = await fetch(`${server.origin}/api/reports/${reportId}/pdf`, {
    headers: { cookie: world.people[who].cookie },
  });
  return { response, bytes: new Uint8Array(await response.arrayBuffer()) };
}

const signed = (reportId: string) =>
  waitFor(async () => (await detail(reportId)).state === 'signed', 'the report is signed', 60_000);

async function frozenReport(): Promise<Presented> {
  const presented = await presentComplete(world);
  assert.is((await askFreeze(world, 'coordinator', presented)).status, 200);
  return presented;
}

/** The key of a demonstration is a file: spoilt, it cannot be opened; removed, a new one is made. */
const keyFile = () => join(server.dataDirectory, 'demonstration-signature.pem');
const spoilKey = () => writeFileSync(keyFile(), 'not a key');
const repairKey = () => rmSync(keyFile(), { force: true });

// FRZ-8, FRZ-10, SC-97
test('a frozen report is signed by itself, and its readers download exactly what was signed', async () => {
  const { reportId, patientId, identity } = await frozenReport();
  await signed(reportId);
  const shown = await detail(reportId);
  assert.is(shown.signature, 'signed');
  const row = await rendition(reportId);

  for (const who of ['owner', 'referent', 'coordinator', 'delegate', 'secretary', 'member'] as const) {
    const { response, bytes } = await download(who, reportId);
    assert.is(response.status, 200, who);
    assert.is(response.headers.get('content-type'), 'application/pdf');
    assert.is(response.headers.get('content-disposition'), `attachment; filename="${shown.documentNumber}.pdf"`);
    assert.is(response.headers.get('cache-control'), 'no-store');
    assert.is(sha256(bytes), row.signedHash, who);
  }
  assert.not.match(JSON.stringify([...(await download('owner', reportId)).response.headers]), identity.birthName);
  const { bytes } = await download('owner', reportId);
  const { signedBy } = await verifyPdf(bytes);
  assert.match(signedBy, 'DÉMONSTRATION');

  const downloads = await audited('report.downloaded', reportId);
  assert.is(downloads.length, 8);
  assert.ok(
    downloads.every(
      ({ patientId: whom, details }) =>
        whom === patientId && (details as { signedHash: string }).signedHash === row.signedHash,
    ),
  );
  assert.is((await audited('report.signed', reportId)).length, 1);
});

// FRZ-10
test('for others the PDF does not exist', async () => {
  const { reportId } = await frozenReport();
  await signed(reportId);
  assert.is(refusalCode(await askReport(world, 'outsider', 'GET', reportId, '/pdf')), 'not_found');
  assert.is(refusalCode(await askReport(world, 'owner', 'GET', unknownId(), '/pdf')), 'not_found');
  assert.is((await fetch(`${server.origin}/api/reports/${reportId}/pdf`)).status, 401);
});

// FRZ-10
test('before the freeze there is nothing to download', async () => {
  const { reportId } = await presentComplete(world);
  assert.is(refusalCode(await askReport(world, 'owner', 'GET', reportId, '/pdf')), 'wrong_state');
});

// FRZ-8
test('the frozen bytes give the same unsigned file again, and the signed file begins with it', async () => {
  const { reportId } = await frozenReport();
  await signed(reportId);
  const [frozen] = await server.services.database.db
    .select()
    .from(frozenReports)
    .where(eq(frozenReports.reportId, reportId));
  assert.ok(frozen);
  const { unsignedHash, signedPdf, provenance } = await rendition(reportId);
  const again = await renderFrozen(frozen, provenance === null ? null : (JSON.parse(provenance) as Provenance));
  assert.is(sha256(again), unsignedHash);
  assert.is(sha256((signedPdf as Uint8Array).subarray(0, again.length)), unsignedHash);
});

// FRZ-9
test('with a key that cannot be opened, the report is frozen and waits; repaired, it is signed without another freeze', async () => {
  spoilKey();
  const { reportId } = await frozenReport();
  await waitFor(async () => (await rendition(reportId)).attempts >= 2, 'the signature was tried again', 60_000);
  const waiting = await detail(reportId);
  assert.equal(
    [waiting.state, waiting.signature, waiting.signatureFailure],
    ['frozen', 'pending', 'signer_unavailable'],
  );
  const refused = await askReport(world, 'owner', 'GET', reportId, '/pdf');
  assert.is(refusalCode(refused), 'signature_pending');
  assert.is((await rendition(reportId)).signedPdf, null);
  assert.is((await audited('report.signature_failed', reportId)).length, 1, 'the same failure again is no news');
  assert.is((await audited('report.downloaded', reportId)).length, 0);

  repairKey();
  await signed(reportId);
  assert.is((await detail(reportId)).documentNumber, waiting.documentNumber);
  assert.is((await detail(reportId)).signatureFailure, null);
  assert.is((await audited('report.frozen', reportId)).length, 1);
});

// FRZ-9
test('a sweep finds a frozen report whose job is gone', async () => {
  const { database, jobs } = server.services;
  spoilKey();
  const { reportId } = await frozenReport();
  await waitFor(async () => (await rendition(reportId)).attempts >= 1, 'the signature was tried');
  const mine = sql`name = 'report.render-sign' and data->>'reportId' = ${reportId}`;
  await waitFor(async () => {
    await database.db.execute(sql`delete from jobs.job where ${mine} and state <> 'active'`);
    return (await database.db.execute(sql`select id from jobs.job where ${mine}`)).length === 0;
  }, 'the job is gone');
  repairKey();
  await sweepUnsigned({ database, jobs });
  await sweepUnsigned({ database, jobs });
  await signed(reportId);
});

// FRZ-9: what a stopped server left unsigned is tried at once by the next one.
test('frozen by a server that stops before it could sign, the report is signed by the next one', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'concertation-signature-'));
  const start = () => startTestServer({ DEMONSTRATION: '0', DATA_DIR: directory });
  try {
    const first = await start();
    writeFileSync(join(directory, 'demonstration-signature.pem'), 'not a key');
    const there = await openWorld(first);
    const presented = await presentComplete(there);
    assert.is((await askFreeze(there, 'coordinator', presented)).status, 200);
    await first.stop();
    rmSync(join(directory, 'demonstration-signature.pem'));
    const second = await start();
    const stateNow = async () =>
      (await askReport({ ...there, server: second }, 'owner', 'GET', presented.reportId)).body as ReportDetail;
    await waitFor(async () => (await stateNow()).state === 'signed', 'the report is signed', 60_000);
    await second.stop();
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
});

// FRZ-8
test('frozen bytes that are no longer those that were frozen are never signed', async () => {
  const { database, jobs } = server.services;
  spoilKey();
  const { reportId } = await frozenReport();
  await waitFor(async () => (await rendition(reportId)).attempts >= 1, 'the signature was tried');
  const [before] = await database.db.select().from(frozenReports).where(eq(frozenReports.reportId, reportId));
  assert.ok(before);
  const altered = Uint8Array.from(before.state);
  altered[altered.length - 1] = (altered.at(-1) as number) ^ 1;
  await database.db.update(frozenReports).set({ state: altered }).where(eq(frozenReports.reportId, reportId));
  repairKey();
  await sweepUnsigned({ database, jobs });
  await waitFor(
    async () => (await rendition(reportId)).failure === 'frozen_bytes_altered',
    'the alteration was found',
    60_000,
  );
  assert.is((await detail(reportId)).state, 'frozen');
  assert.is((await audited('report.signature_failed', reportId)).length, 2, 'another failure is news');

  await database.db.update(frozenReports).set({ state: before.state }).where(eq(frozenReports.reportId, reportId));
  await sweepUnsigned({ database, jobs });
  await signed(reportId);
});

const accountOf = (who: ActorName) => world.people[who].principal.accountId;
const toldOfSignature = async (caseId: string) => {
  const rows = await server.services.database.db
    .select({ accountId: notifications.accountId })
    .from(notifications)
    .where(and(eq(notifications.kind, 'report_signed'), sql`${notifications.about}->>'caseId' = ${caseId}`));
  return rows.map(({ accountId }) => accountId).sort();
};

// FRZ-8
test('signed twice at once, it is signed once, and those it concerns are told once', async () => {
  spoilKey();
  const { reportId, caseId } = await frozenReport();
  await waitFor(async () => (await rendition(reportId)).attempts >= 1, 'the signature was tried');
  const needs = {
    ...server.services,
    followSigned: signedFollower(server.services),
    authority: null,
    openKey: () => demonstrationSigner(join(server.dataDirectory, 'another')),
  };
  await Promise.all([renderAndSign(needs, reportId), renderAndSign(needs, reportId)]);
  const { signedHash, signedPdf } = await rendition(reportId);
  assert.is(sha256(signedPdf as Uint8Array), signedHash);
  assert.is((await audited('report.signed', reportId)).length, 1);
  assert.equal(await toldOfSignature(caseId), ['owner', 'referent'].map((who) => accountOf(who as ActorName)).sort());
  repairKey();
  await renderAndSign(needs, reportId);
  assert.is((await rendition(reportId)).signedHash, signedHash, 'what is signed stays as it is');
  assert.is((await toldOfSignature(caseId)).length, 2, 'nobody is told twice');
});

// FRZ-10
test('a stored PDF that changed is not handed out', async () => {
  const { reportId } = await frozenReport();
  await signed(reportId);
  const { signedPdf } = await rendition(reportId);
  const altered = Uint8Array.from(signedPdf as Uint8Array);
  altered[1000] = (altered[1000] as number) ^ 1;
  await server.services.database.db
    .update(renditions)
    .set({ signedPdf: altered })
    .where(eq(renditions.reportId, reportId));
  assert.is(refusalCode(await askReport(world, 'owner', 'GET', reportId, '/pdf')), 'unexpected');
  assert.is((await audited('report.downloaded', reportId)).length, 0);
});

test.run();
