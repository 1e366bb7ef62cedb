import { createHash, X509Certificate } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument, rgb } from '@cantoo/pdf-lib';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { fieldsMap } from '@concertation/shared/documents';
import * as Y from 'yjs';
import { seedState, writeSection } from '../src/documents/index.ts';
import { chainEntries } from '../src/documents/journal/entry.ts';
import type { FrozenReport } from '../src/reports/facts.ts';
import { readDraft } from '../src/reports/freeze/draft.ts';
import { verifyFile } from '../src/reports/index.ts';
import { traceProvenance } from '../src/reports/provenance/trace-provenance.ts';
import { readAttachments } from '../src/reports/verification/read-attachments.ts';
import { renderReport } from '../src/reports/render/render-report.ts';
import { demonstrationSigner } from '../src/reports/sign/demonstration-signer.ts';
import { signPdf } from '../src/reports/sign/sign-pdf.ts';
import { sampleFacts } from './pdf-sample.ts';
import { openTools } from './pdf-tools.ts';
import { paragraphs } from './support/report-world.ts';

const tools = openTools();
test.after(() => tools.close());

const author = '01890000-0000-7000-8000-00000000000a';
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** A report as a freeze leaves it: bytes, what they say, and who wrote it. */
function frozen(): FrozenReport {
  const document = new Y.Doc();
  const entries = [{ accountId: null as string | null, update: seedState('report') }];
  Y.applyUpdate(document, seedState('report'));
  document.on('update', (update: Uint8Array) => entries.push({ accountId: author, update }));
  writeSection(document, 'question', paragraphs('Indication d’une chimiothérapie adjuvante ?'));
  writeSection(document, 'proposal', paragraphs('Chirurgie première, puis 5 mg par jour.'));
  fieldsMap(document).set('decision', 'treatment');
  const rows = chainEntries(
    entries.map((entry) => ({ ...entry, document: 'report:1', connectionId: author, receivedAt: new Date(0) })),
    new Map(),
  );
  const state = Y.encodeStateAsUpdate(document);
  const stateHash = sha256(state);
  const { sections, fields } = readDraft(state);
  const provenance = traceProvenance({
    documentNumber: sampleFacts.documentNumber,
    stateHash,
    journalHash: Buffer.from(rows.at(-1)?.hash ?? []).toString('hex'),
    earlier: [],
    report: rows,
    prefills: [],
    authors: { [author]: { name: 'Dr A', specialty: 'Chirurgie', role: 'presenter' } },
    meeting: { startedAt: new Date(0), closedAt: null },
  });
  return { facts: { ...sampleFacts, fields }, sections, state, stateHash, provenance };
}

const signer = await demonstrationSigner(tools.folder);
const stranger = await demonstrationSigner(join(tools.folder, 'stranger'));
const statement = { reason: 'Compte-rendu figé', name: 'CHU', at: new Date() };
const report = frozen();
const signedBy = async (what: FrozenReport, key = signer) => signPdf(await renderReport(what), key, statement);
const signed = await signedBy(report);
const expected = [signer.certificate];

const outcomes = async (pdf: Uint8Array, certificates = expected) => {
  const { whole, checks } = await verifyFile(pdf, certificates);
  const found: Record<string, unknown> = { whole };
  for (const { check, outcome } of checks) found[check] = outcome;
  return found;
};
const holds = {
  whole: true,
  signature: 'holds',
  signer: 'holds',
  timestamp: 'absent',
  frozen_bytes: 'holds',
  provenance: 'holds',
};

// VER-1
test('the file as it was signed is whole, and says what it is', async () => {
  assert.equal(await outcomes(signed), holds);
  const { report: said, signer: who } = await verifyFile(signed);
  assert.is(said?.documentNumber, sampleFacts.documentNumber);
  assert.is(said?.stateHash, report.stateHash);
  assert.is(said?.frozenBy, sampleFacts.frozenBy.name);
  assert.is(who?.fingerprint, new X509Certificate(signer.certificate).fingerprint256);
});

// VER-1: bit flips everywhere, the signature's own digits included
test('one bit changed anywhere is found', async () => {
  const envelope = Buffer.from(signed).lastIndexOf('/Contents <');
  const steps = 40;
  const places = [
    ...Array.from({ length: steps }, (_, step) => Math.floor((step * (signed.length - 1)) / (steps - 1))),
    ...Array.from({ length: 130 }, (_, step) => envelope + step * 21),
  ];
  for (const place of places) {
    const altered = Uint8Array.from(signed);
    altered[place] = (altered[place] as number) ^ 1;
    assert.is((await verifyFile(altered, expected)).whole, false, `byte ${place}`);
  }
});

// VER-1
test('what is added after the signature, or cut from the end, is found', async () => {
  const document = await PDFDocument.load(signed, { forIncrementalUpdate: true });
  document.getPage(0).drawRectangle({ x: 0, y: 0, width: 600, height: 400, color: rgb(1, 1, 1) });
  const covered = await document.save();
  assert.ok(Buffer.from(covered).subarray(0, signed.length).equals(signed), 'the signed bytes are still there');
  assert.is((await verifyFile(covered, expected)).whole, false);
  assert.is((await verifyFile(covered, expected)).report, null);
  for (const length of [signed.length - 1, signed.length - 40, signed.length / 2, 10, 0])
    assert.is((await verifyFile(signed.subarray(0, length), expected)).whole, false);
  assert.is((await verifyFile(await renderReport(report), expected)).whole, false, 'the unsigned revision');
  assert.is((await verifyFile(Buffer.concat([signed, Buffer.from('\n%')]), expected)).whole, false);
});

// VER-2
test('signed again by somebody else, it is told from the expected signer; one of an authority is told as such', async () => {
  const forged = await signedBy({ ...report, facts: { ...report.facts, documentNumber: 'CR-2026-999999' } }, stranger);
  assert.equal(await outcomes(forged), { ...holds, whole: false, signer: 'fails', provenance: 'fails' });
  assert.equal(await outcomes(await signedBy(report, stranger)), { ...holds, signer: 'fails' });
  const renewed = await signPdf(signed, stranger, statement);
  assert.is((await outcomes(renewed)).signer, 'fails');
  assert.is((await verifyFile(forged)).signer?.fingerprint, new X509Certificate(stranger.certificate).fingerprint256);
  assert.is((await outcomes(signed, signer.chain)).signer, 'issued');
  assert.is((await outcomes(signed, stranger.chain)).signer, 'fails');
  assert.is((await outcomes(signed, [])).signer, 'absent');
});

// VER-3
test('frozen bytes that are not those of the hash, or say something else, are found though the file is signed', async () => {
  const other = frozen();
  const document = new Y.Doc();
  Y.applyUpdate(document, other.state);
  writeSection(document, 'proposal', paragraphs('Abstention.'));
  const state = Y.encodeStateAsUpdate(document);
  assert.is((await outcomes(await signedBy({ ...report, state }))).frozen_bytes, 'fails');
  const said = { ...report, state, stateHash: sha256(state) };
  assert.is((await outcomes(await signedBy(said))).frozen_bytes, 'fails', 'the words are those of other bytes');
  const fields = { ...report.facts.fields, decision: 'surveillance' };
  const decided = { ...report, facts: { ...report.facts, fields } };
  assert.is((await outcomes(await signedBy(decided))).frozen_bytes, 'fails', 'another decision than the frozen one');
});

// VER-4
test('a word without its author, or of another report, is found; a report without authors says so', async () => {
  const { provenance } = report;
  assert.ok(provenance);
  const cut = provenance.sections.map((each) => ({ ...each, runs: each.runs.slice(1) }));
  const variants: [FrozenReport['provenance'], string][] = [
    [{ ...provenance, sections: cut }, 'fails'],
    [{ ...provenance, people: [] }, 'fails'],
    [{ ...provenance, stateHash: '0'.repeat(64) }, 'fails'],
    [{ ...provenance, documentNumber: 'CR-2026-000124' }, 'fails'],
    [null, 'absent'],
  ];
  for (const [each, outcome] of variants)
    assert.is((await outcomes(await signedBy({ ...report, provenance: each }))).provenance, outcome);
});

test('what is no report is refused in peace', async () => {
  for (const bytes of [new Uint8Array(), Buffer.from('%PDF-1.7 rien'), Buffer.alloc(100_000, 0xff)])
    assert.equal(await outcomes(bytes), {
      ...holds,
      whole: false,
      signature: 'fails',
      signer: 'absent',
      frozen_bytes: 'absent',
      provenance: 'absent',
    });
});

// VER-1
test('a file inside that becomes endless is not, and other files are left closed', async () => {
  const document = await PDFDocument.create();
  document.addPage();
  await document.attach(new Uint8Array(65 * 1024 * 1024), 'compte-rendu.json');
  const bomb = await document.save({ useObjectStreams: false });
  assert.ok(bomb.length < 1024 * 1024);
  let refused: unknown;
  await readAttachments(bomb).catch((error: unknown) => (refused = error));
  assert.is((refused as { code?: string }).code, 'ERR_BUFFER_TOO_LARGE');
  assert.is((await verifyFile(await signPdf(bomb, signer, statement))).report, null);
  const files = await readAttachments(signed);
  assert.equal([...files.keys()].toSorted(), ['compte-rendu.json', 'compte-rendu.yjs', 'provenance.json']);
});

// VER-5
test('what a file says does not write on the screen of who reads it', async () => {
  const frozenBy = { ...report.facts.frozenBy, name: 'Dr\u001b[2K A\u202eB\u2066C\u0085' };
  const file = tools.keep(await signedBy({ ...report, facts: { ...report.facts, frozenBy } }));
  const command = join(import.meta.dirname, '../src/verify-report.ts');
  const { output } = tools.run(process.execPath, command, file);
  assert.match(output, 'par Dr [2K A B C ');
});

// VER-5
test('the command says it in French, and by its exit code', () => {
  const file = tools.keep(signed);
  const certificate = join(tools.folder, 'signataire.pem');
  writeFileSync(certificate, new X509Certificate(signer.certificate).toString());
  const verify = (...options: string[]) =>
    tools.run(process.execPath, join(import.meta.dirname, '../src/verify-report.ts'), ...options);
  const good = verify(file, certificate);
  assert.is(good.status, 0);
  assert.match(good.output, 'Fichier INTACT, signé par le signataire attendu.');
  assert.match(good.output, 'Horodatage : aucun');
  const unknown = verify(file);
  assert.is(unknown.status, 3);
  assert.match(unknown.output, 'signataire NON VÉRIFIÉ');
  assert.match(good.output, sampleFacts.documentNumber);
  const altered = Uint8Array.from(signed);
  altered[200] = (altered[200] as number) ^ 4;
  const bad = verify(tools.keep(altered));
  assert.is(bad.status, 1);
  assert.match(bad.output, 'ne vous y fiez pas');
  assert.not.match(bad.output, sampleFacts.documentNumber);
  assert.is(verify().status, 2);
  assert.is(verify('/nowhere.pdf').status, 2);
});

test.run();
