import { createHash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { auditEvents, renditions } from '@concertation/schema';
import type { ReportDetail } from '@concertation/shared/contracts';
import { extendSignature, sweepExtensions } from '../src/reports/rendition/extend-signature.ts';
import { openAuthority } from '../src/reports/sign/timestamp/open-authority.ts';
import { verifyPdf } from '../src/reports/sign/verify-pdf.ts';
import { startTestServer, type TestServer } from './harness.ts';
import { openTools } from './pdf-tools.ts';
import { auditTrail } from './support/audit-trail.ts';
import { askFreeze, askReport, openWorld, presentComplete, type World } from './support/report-world.ts';
import { type Authority, startAuthority } from './support/timestamp-authority.ts';
import { waitFor } from './support/wait-for.ts';

const tools = openTools();
let authority: Authority;
let server: TestServer;
let world: World;
test.before(async () => {
  authority = await startAuthority(tools.folder);
  const settings = { TSA_URL: authority.url, TSA_CERTIFICATES: authority.rootPath };
  server = await startTestServer({ DEMONSTRATION: '0', ...settings });
  world = await openWorld(server);
});
test.after(async () => {
  await server?.stop();
  await authority?.stop();
  tools.close();
});

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const detail = async (reportId: string) => (await askReport(world, 'owner', 'GET', reportId)).body as ReportDetail;

async function rendition(reportId: string) {
  const [row] = await server.services.database.db.select().from(renditions).where(eq(renditions.reportId, reportId));
  assert.ok(row?.signedPdf);
  return { ...row, signedPdf: row.signedPdf };
}

const timestamped = (reportId: string) =>
  auditTrail(server, and(eq(auditEvents.kind, 'report.timestamped'), eq(auditEvents.subject, `report:${reportId}`)));

async function signedReport(): Promise<string> {
  const presented = await presentComplete(world);
  assert.is((await askFreeze(world, 'coordinator', presented)).status, 200);
  await waitFor(async () => (await detail(presented.reportId)).state === 'signed', 'the report is signed', 60_000);
  return presented.reportId;
}

const needs = () => {
  const { database, audit, log, configuration } = server.services;
  return { database, audit, log, authority: openAuthority(configuration.timestamps) };
};
/** The next try is due now, not in some minutes. */
const hasten = (reportId: string) =>
  server.services.database.db
    .update(renditions)
    .set({ extendAt: new Date(0) })
    .where(eq(renditions.reportId, reportId));

// PDF-12, PDF-13
test('with an authority, both files of a report are signed and timestamped, and the report says so', async () => {
  authority.setManner('right');
  const reportId = await signedReport();
  const row = await rendition(reportId);
  assert.equal([row.level, row.extendAt, row.extensionFailure], ['T', null, null]);
  assert.ok(row.archivalPdf);
  assert.is(sha256(row.archivalPdf), row.archivalHash);
  for (const pdf of [row.signedPdf, row.archivalPdf]) assert.is((await verifyPdf(pdf)).timestamps?.length, 1);
  assert.is(tools.wordsOf(row.archivalPdf), tools.wordsOf(row.signedPdf));
  const { signatureLevel, timestampAwaited } = await detail(reportId);
  assert.equal([signatureLevel, timestampAwaited], ['T', false]);
});

// PDF-13, PDF-14
test('while the authority is down or wrong a report is signed, « horodatage en attente »; when it is back, it is stamped', async () => {
  authority.setManner('error');
  const reportId = await signedReport();
  const before = await rendition(reportId);
  assert.equal([before.level, before.extensionFailure], ['B', 'timestamp_unavailable']);
  assert.ok(before.extendAt);
  assert.ok((await detail(reportId)).timestampAwaited);
  assert.equal((await verifyPdf(before.signedPdf)).timestamps, []);

  await extendSignature(needs(), reportId);
  assert.is((await rendition(reportId)).extensionFailure, 'timestamp_unavailable', 'nothing is due yet');
  authority.setManner('garbage');
  await hasten(reportId);
  await extendSignature(needs(), reportId);
  const refused = await rendition(reportId);
  assert.equal([refused.level, refused.extensionFailure], ['B', 'timestamp_refused']);
  assert.ok((refused.extendAt?.getTime() ?? 0) > Date.now());

  authority.setManner('right');
  await hasten(reportId);
  await sweepExtensions(server.services);
  await waitFor(async () => (await detail(reportId)).signatureLevel === 'T', 'the report is timestamped', 60_000);
  const after = await rendition(reportId);
  assert.equal([after.extendAt, after.extensionFailure], [null, null]);
  assert.is(sha256(after.signedPdf), after.signedHash);
  assert.ok(Buffer.from(after.signedPdf.subarray(0, before.signedPdf.length)).equals(before.signedPdf));
  assert.is((await verifyPdf(after.signedPdf)).timestamps?.length, 1);
  assert.is(after.archivalHash, before.archivalHash, 'what was handed over by secure mail stays what it was');
  const [event, ...more] = await timestamped(reportId);
  assert.equal(more, []);
  assert.equal(event?.details, { signedHash: after.signedHash, level: 'T' });

  await extendSignature(needs(), reportId);
  assert.is((await rendition(reportId)).signedHash, after.signedHash, 'once is enough');
});

// PDF-14
test('two that extend one report at once add one timestamp; bytes that changed get none', async () => {
  authority.setManner('error');
  const reportId = await signedReport();
  authority.setManner('right');
  await hasten(reportId);
  await Promise.all([extendSignature(needs(), reportId), extendSignature(needs(), reportId)]);
  const row = await rendition(reportId);
  assert.is((await verifyPdf(row.signedPdf)).timestamps?.length, 1);
  assert.is((await timestamped(reportId)).length, 1);

  const altered = Uint8Array.from(row.signedPdf);
  altered[1000] = (altered[1000] as number) ^ 1;
  await server.services.database.db
    .update(renditions)
    .set({ signedPdf: altered, extendAt: new Date(0) })
    .where(eq(renditions.reportId, reportId));
  const asked = authority.asked();
  try {
    await extendSignature(needs(), reportId);
    assert.unreachable();
  } catch (error) {
    assert.match((error as Error).message, 'not the one signed');
  }
  assert.is(authority.asked(), asked);
  await server.services.database.db
    .update(renditions)
    .set({ signedPdf: row.signedPdf, extendAt: null })
    .where(eq(renditions.reportId, reportId));
});

test.run();
