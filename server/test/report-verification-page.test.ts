import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { json } from 'node:stream/consumers';
import { PDFDocument } from '@cantoo/pdf-lib';
import * as asn1js from 'asn1js';
import { eq } from 'drizzle-orm';
import { ContentInfo, SignedData } from 'pkijs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { renditions } from '@concertation/schema';
import type { CheckedFile, ReportDetail } from '@concertation/shared/contracts';
import { demonstrationSigner } from '../src/reports/sign/demonstration-signer.ts';
import { signPdf } from '../src/reports/sign/sign-pdf.ts';
import { startTestServer, type TestServer } from './harness.ts';
import { refusalCode } from './support/ask.ts';
import { askFreeze, askReport, openWorld, presentComplete, type World } from './support/report-world.ts';
import { waitFor } from './support/wait-for.ts';

// VER-6: anybody shows a file to the page, without an account.

let server: TestServer;
let world: World;
test.before(async () => {
  server = await startTestServer({ DEMONSTRATION: '0' });
  world = await openWorld(server);
});
test.after(() => server?.stop());

/** Each test shows its files from an address of its own: one address shows few in a minute. */
let address = 1;
test.before.each(() => {
  address += 1;
});

async function check(bytes: Uint8Array, type = 'application/pdf') {
  const sent = request(`${server.origin}/api/verification`, {
    method: 'POST',
    headers: { 'content-type': type, 'content-length': bytes.length, origin: server.origin },
    agent: false,
    localAddress: `127.0.0.${address}`,
  });
  sent.end(bytes);
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  return { status: response.statusCode, body: await json(response) };
}

async function verdict(bytes: Uint8Array): Promise<CheckedFile> {
  const answer = await check(bytes);
  assert.is(answer.status, 200, JSON.stringify(answer.body));
  return answer.body as CheckedFile;
}

async function signedPdf(reportId: string): Promise<{ pdf: Uint8Array; documentNumber: string }> {
  const detail = async () => (await askReport(world, 'owner', 'GET', reportId)).body as ReportDetail;
  await waitFor(async () => (await detail()).state === 'signed', 'the report is signed', 60_000);
  const response = await fetch(`${server.origin}/api/reports/${reportId}/pdf`, {
    headers: { cookie: world.people.owner.cookie },
  });
  return {
    pdf: new Uint8Array(await response.arrayBuffer()),
    documentNumber: (await detail()).documentNumber as string,
  };
}

test('a signed file is whole and signed here; once corrected, what replaces it is named when it is signed', async () => {
  const presented = await presentComplete(world);
  await askFreeze(world, 'coordinator', presented);
  const first = await signedPdf(presented.reportId);
  const found = await verdict(first.pdf);
  assert.ok(found.whole);
  assert.equal(found.copy, { signedHere: true, documentNumber: first.documentNumber, replacedBy: null });
  assert.is(found.report?.documentNumber, first.documentNumber);

  const answer = await askReport(world, 'coordinator', 'POST', presented.reportId, '/corrections', {
    reason: 'Erreur de côté',
  });
  const { reportId } = answer.body as { reportId: string };
  assert.is((await verdict(first.pdf)).copy?.replacedBy, null, 'a draft replaces nothing');
  await askFreeze(world, 'coordinator', { ...presented, reportId });
  const second = await signedPdf(reportId);
  assert.is((await verdict(first.pdf)).copy?.replacedBy, second.documentNumber);
  assert.equal((await verdict(second.pdf)).copy, {
    signedHere: true,
    documentNumber: second.documentNumber,
    replacedBy: null,
  });
});

test('of an altered file nothing else is said, and what is no report is no report', async () => {
  const presented = await presentComplete(world);
  await askFreeze(world, 'coordinator', presented);
  const { pdf } = await signedPdf(presented.reportId);
  const altered = Uint8Array.from(pdf);
  const place = Math.floor(altered.length / 3);
  altered[place] = (altered[place] as number) ^ 1;
  for (const bytes of [
    altered,
    pdf.subarray(0, -40),
    randomBytes(5000),
    Buffer.from('%PDF-1.7\n'),
    new Uint8Array(0),
  ]) {
    const { whole, copy, report } = await verdict(bytes);
    assert.equal({ whole, copy, report }, { whole: false, copy: null, report: null });
  }
});

/** The last signature of a file without its timestamp or its authorities, or another value of it that its key accepts. */
function resealed(pdf: Uint8Array, change: (info: SignedData) => void): Uint8Array {
  const text = Buffer.from(pdf).toString('latin1');
  const from = text.lastIndexOf('/Contents <') + 11;
  const to = text.indexOf('>', from);
  const content = new ContentInfo({ schema: asn1js.fromBER(Buffer.from(text.slice(from, to), 'hex')).result });
  const signed = new SignedData({ schema: content.content });
  change(signed);
  const altered = new ContentInfo({ contentType: content.contentType, content: signed.toSchema(true) });
  const hex = Buffer.from(altered.toSchema().toBER())
    .toString('hex')
    .padEnd(to - from, '0');
  return Buffer.from(`${text.slice(0, from)}${hex}${text.slice(to)}`, 'latin1');
}

test('a copy whose unsigned parts were changed is still known as the report that it is', async () => {
  const presented = await presentComplete(world);
  await askFreeze(world, 'coordinator', presented);
  const { pdf, documentNumber } = await signedPdf(presented.reportId);
  const [row] = await server.services.database.db
    .select()
    .from(renditions)
    .where(eq(renditions.reportId, presented.reportId));
  const withoutChain = (signed: SignedData): void => {
    signed.certificates = signed.certificates?.slice(0, 1) ?? [];
  };
  for (const kept of [pdf, row?.archivalPdf as Uint8Array]) {
    const found = await verdict(resealed(kept, withoutChain));
    assert.ok(found.whole);
    assert.equal(found.copy, { signedHere: true, documentNumber, replacedBy: null });
  }
});

test('a seal of a report that is not kept here is not that of a document', async () => {
  const signer = await demonstrationSigner(server.dataDirectory);
  const document = await PDFDocument.create();
  document.addPage();
  const page = await document.save({ useObjectStreams: false });
  const sealed = async (reason: string) =>
    (await verdict(await signPdf(page, signer, { reason, name: 'CHU', at: new Date() }))).copy?.signedHere;
  assert.is(await sealed('Attestation de présence'), true);
  assert.is(await sealed('Compte-rendu RCP-2026-999999 figé par Dr A'), false);
});

test('a file that is too large and what is no PDF are refused', async () => {
  const large = await fetch(`${server.origin}/api/verification`, {
    method: 'POST',
    headers: { 'content-type': 'application/pdf', origin: server.origin },
    body: new Uint8Array(9 * 1024 * 1024),
  });
  assert.is(refusalCode({ status: large.status, body: await large.json(), response: large }), 'too_large');
  assert.is((await check(Buffer.from('{}'), 'application/json')).status, 400);
  const elsewhere = await fetch(`${server.origin}/api/reports/${world.boardId}/state`, {
    method: 'POST',
    headers: { 'content-type': 'application/pdf', cookie: world.people.owner.cookie },
    body: Buffer.from('%PDF'),
  });
  assert.ok(elsewhere.status >= 400 && elsewhere.status < 500, 'bytes are taken by this address alone');
});

test.run();
