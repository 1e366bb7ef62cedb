import { randomBytes } from 'node:crypto';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { CheckedFile, ReportDetail } from '@concertation/shared/contracts';
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

async function check(bytes: Uint8Array, type = 'application/pdf') {
  const response = await fetch(`${server.origin}/api/verification`, {
    method: 'POST',
    headers: { 'content-type': type, origin: server.origin },
    body: Buffer.from(bytes),
  });
  const body = (await response.json()) as unknown;
  return { status: response.status, body, response };
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

test('a file that is too large and what is no PDF are refused', async () => {
  assert.is(refusalCode(await check(new Uint8Array(31 * 1024 * 1024))), 'too_large');
  assert.is((await check(Buffer.from('{}'), 'application/json')).status, 400);
  const elsewhere = await fetch(`${server.origin}/api/reports/${world.boardId}/state`, {
    method: 'POST',
    headers: { 'content-type': 'application/pdf', cookie: world.people.owner.cookie },
    body: Buffer.from('%PDF'),
  });
  assert.ok(elsewhere.status >= 400 && elsewhere.status < 500, 'bytes are taken by this address alone');
});

test.run();
