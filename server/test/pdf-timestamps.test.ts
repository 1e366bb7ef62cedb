import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument, rgb } from '@cantoo/pdf-lib';
import * as asn1js from 'asn1js';
import { ContentInfo, SignedData } from 'pkijs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { verifyFile } from '../src/reports/index.ts';
import { renderPages } from '../src/reports/render/render-report.ts';
import { sha256 } from '../src/reports/sign/cades.ts';
import { demonstrationSigner } from '../src/reports/sign/demonstration-signer.ts';
import { SigningFailed, TimestampRefused } from '../src/reports/sign/failures.ts';
import { endOf, readSignatures, signedParts } from '../src/reports/sign/read-signatures.ts';
import { signPdf } from '../src/reports/sign/sign-pdf.ts';
import { askTime } from '../src/reports/sign/timestamp/authority.ts';
import { openAuthority } from '../src/reports/sign/timestamp/open-authority.ts';
import { readToken } from '../src/reports/sign/timestamp/read-token.ts';
import { timestampPdf } from '../src/reports/sign/timestamp-pdf.ts';
import { verifyPdf } from '../src/reports/sign/verify-pdf.ts';
import { sampleReport } from './pdf-sample.ts';
import { openTools } from './pdf-tools.ts';
import { type Manner, startAuthority } from './support/timestamp-authority.ts';

const tools = openTools();
const authority = await startAuthority(tools.folder);
const stranger = await startAuthority(tools.folder, { name: 'stranger' });
test.after(async () => {
  await authority.stop();
  await stranger.stop();
  tools.close();
});

const statement = { reason: 'Compte-rendu figé', name: 'CHU', at: new Date() };
const { original, archival } = await renderPages(sampleReport());
const signer = await demonstrationSigner(tools.folder);
const stamp = askTime({ url: authority.url, roots: [authority.root] });
const plain = await signPdf(original, signer, statement);
const timed = await signPdf(original, signer, statement, stamp);
const later = await timestampPdf(plain, stamp);

const inspect = (pdf: Uint8Array) => tools.run('pdfsig', tools.keep(pdf)).output;
const outcomes = async (pdf: Uint8Array, expected: Uint8Array[] = []) => {
  const { whole, checks, timestamp, report } = await verifyFile(pdf, expected);
  return { whole, time: checks.find(({ check }) => check === 'timestamp')?.outcome, timestamp, report };
};

async function refusal(promise: Promise<unknown>): Promise<Error> {
  try {
    await promise;
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was refused');
}

/** The CMS of the furthest-reaching signature, and the bytes that it is of. */
async function lastOf(pdf: Uint8Array): Promise<{ cms: Uint8Array; data: Uint8Array }> {
  const [place] = await readSignatures(pdf);
  assert.ok(place);
  const cms = place.contents.subarray(0, asn1js.fromBER(place.contents).offset);
  return { cms, data: Buffer.concat(signedParts(pdf.subarray(0, endOf(place)), place)) };
}

function signerInfoOf(cms: Uint8Array) {
  const { content } = new ContentInfo({ schema: asn1js.fromBER(cms).result });
  const [info] = new SignedData({ schema: content }).signerInfos;
  assert.ok(info);
  return info;
}

const opensslTime = (token: Uint8Array, data: Uint8Array) => {
  const files = ['-in', tools.keep(token, 'token.der'), '-token_in', '-data', tools.keep(data, 'data.bin')];
  return tools.run('openssl', 'ts', '-verify', ...files, '-CAfile', authority.rootPath).output;
};

// PDF-13
test('a signature carries the time that an authority gave it, and other programs agree with both', async () => {
  assert.match(inspect(timed), /Signature is Valid/);
  assert.match(inspect(timed), /Total document signed/);
  assert.is(tools.run('qpdf', '--check', tools.keep(timed)).status, 0);
  const { cms, data } = await lastOf(timed);
  const info = signerInfoOf(cms);
  const [attribute, ...more] = info.unsignedAttrs?.attributes ?? [];
  assert.equal(more, []);
  assert.is(attribute?.type, '1.2.840.113549.1.9.16.2.14');
  const value = attribute?.values[0] as asn1js.BaseBlock | undefined;
  assert.ok(value);
  const token = value.valueBeforeDecodeView;
  assert.match(opensslTime(token, new Uint8Array(info.signature.getValue())), 'Verification: OK');
  const pem = readFileSync(join(tools.folder, 'demonstration-signature.pem'), 'utf8');
  const own = (pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [])[1] ?? '';
  const given = ['-inform', 'DER', '-in', tools.keep(cms), '-content', tools.keep(data), '-purpose', 'any'];
  const options = [...given, '-CAfile', tools.keep(own, 'own.pem'), '-out', '/dev/null'];
  const answer = tools.run('openssl', 'cms', '-verify', '-cades', '-binary', ...options);
  assert.is(answer.status, 0, answer.output);
  const { timestamps } = await verifyPdf(timed);
  assert.is(timestamps?.length, 1);
  assert.ok(Math.abs((timestamps?.[0]?.at.getTime() ?? 0) - Date.now()) < 600_000);
});

// PDF-13
test('without a time a report is signed all the same', async () => {
  const without = await signPdf(original, signer, statement, () => Promise.resolve(null));
  assert.equal((await verifyPdf(without)).timestamps, []);
  assert.is(signerInfoOf((await lastOf(without)).cms).unsignedAttrs, undefined);
});

// PDF-14
test('a time added later changes no byte before it: the signature stays as it was, and openssl reads the time', async () => {
  assert.ok(Buffer.from(later.subarray(0, plain.length)).equals(plain));
  assert.match(inspect(later), /Signature is Valid/);
  assert.is(tools.run('qpdf', '--check', tools.keep(later)).status, 0);
  const { cms, data } = await lastOf(later);
  assert.match(opensslTime(cms, data), 'Verification: OK');
  assert.is((await verifyPdf(later)).timestamps?.length, 1);
  const renewed = await timestampPdf(await timestampPdf(timed, stamp), stamp);
  assert.is((await verifyPdf(renewed)).timestamps?.length, 3);
  assert.ok(Buffer.from(renewed.subarray(0, timed.length)).equals(timed));
});

// PDF-11, PDF-12, PDF-14
test('timestamps leave a file as its standard wants it', async () => {
  const archived = await timestampPdf(await signPdf(archival, signer, statement, stamp), stamp);
  const preflight = ['-cp', tools.preflightClassPath, tools.preflightClass, tools.keep(archived)];
  const said = tools.run('java', ...preflight).output.split('\n');
  assert.equal(
    said.filter((line) => /^\d+\.\d/.test(line) && !line.includes("can't convert to Destination")),
    [],
  );
  for (const pdf of [archived, later]) assert.is(tools.pagesOf(pdf), tools.pagesOf(original));
});

// VER-7
test('a verification says the time, and whether it is by an authority that was given', async () => {
  for (const pdf of [timed, later]) {
    const said = await outcomes(pdf);
    assert.is(said.whole, false, 'the sample’s frozen bytes are none, and nothing else fails');
    assert.is(said.time, 'holds');
    assert.is(said.timestamp?.authority, 'Horodateur de test');
    assert.is((await outcomes(pdf, [signer.certificate, authority.root])).time, 'issued');
    assert.is((await outcomes(pdf, [signer.certificate, stranger.root])).time, 'holds');
  }
  const command = join(import.meta.dirname, '../src/verify-report.ts');
  const { output } = tools.run(process.execPath, command, tools.keep(timed));
  assert.match(output, /Horodaté : \d{4}-.* par Horodateur de test/);
  assert.match(output, 'Horodatage : autorité de temps NON VÉRIFIÉE');
  const twice = await timestampPdf(timed, askTime({ url: stranger.url, roots: [] }));
  const mixed = await verifyFile(twice, [signer.certificate, stranger.root]);
  assert.is(
    mixed.checks.find(({ check }) => check === 'timestamp')?.outcome,
    'holds',
    'one of the two is by an unknown',
  );
  const second = (await verifyPdf(twice)).timestamps?.[0]?.certificates[0] as Uint8Array;
  assert.is(mixed.timestamp?.fingerprint, new X509Certificate(second).fingerprint256, 'the one that may be believed');
  assert.is((await outcomes(plain)).time, 'absent');
  assert.is((await outcomes(plain)).timestamp, null);
});

/** Bytes of a file, one bit of which is changed. */
function flipped(pdf: Uint8Array, place: number): Uint8Array {
  const altered = Uint8Array.from(pdf);
  altered[place] = (altered[place] as number) ^ 1;
  return altered;
}

// VER-1, VER-7
test('one bit changed anywhere in a timestamped file is found', async () => {
  for (const pdf of [timed, later]) {
    const signature = Buffer.from(pdf).indexOf('/Contents <', original.length) + 11;
    const last = Buffer.from(pdf).lastIndexOf('/Contents <') + 11;
    const places = [
      ...Array.from({ length: 12 }, (_, step) => Math.floor((step * (pdf.length - 1)) / 11)),
      ...[signature, last].flatMap((from) => Array.from({ length: 14 }, (_, step) => from + step * 199)),
      later.length - 300,
      pdf.length - 8,
    ].filter((place) => place < pdf.length);
    for (const place of places) {
      // Refused is what is hoped for: only a file that is accepted has something more to be asked.
      const result = await verifyPdf(flipped(pdf, place)).catch(() => null);
      assert.ok(result === null || result.timestamps === null, `byte ${place}`);
    }
  }
});

async function whiteBox(pdf: Uint8Array): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, { forIncrementalUpdate: true, updateMetadata: false });
  document.getPage(0).drawRectangle({ x: 50, y: 300, width: 400, height: 200, color: rgb(1, 1, 1) });
  return document.commit({ useObjectStreams: false });
}

// VER-1, PDF-14: an authority of time stamps whatever it is given; what it stamped proves nothing of who wrote it
test('a page covered after the signature is found, though an authority stamped it since', async () => {
  for (const pdf of [plain, timed, later]) {
    const covered = await whiteBox(pdf);
    assert.instance(await refusal(verifyPdf(covered)), SigningFailed);
    const stamped = await timestampPdf(covered, stamp);
    const error = await refusal(verifyPdf(stamped));
    assert.instance(error, SigningFailed);
    assert.is((await outcomes(stamped)).report, null);
  }
  assert.instance(await refusal(verifyPdf(Buffer.concat([later, Buffer.from('\n')]))), SigningFailed);
  assert.instance(await refusal(verifyPdf(await timestampPdf(original, stamp))), SigningFailed, 'a time signs nothing');
});

// VER-7
test('the time of another signature, or of nobody that may say it, does not pass for this one’s', async () => {
  const elsewhere = await stamp(sha256(Buffer.from('autre chose')));
  const borrowed = await signPdf(original, signer, statement, () => Promise.resolve(elsewhere));
  assert.is((await verifyPdf(borrowed)).timestamps, null);
  assert.is((await outcomes(borrowed)).time, 'fails');
  assert.is((await outcomes(borrowed)).timestamp, null);
  assert.is((await verifyPdf(await timestampPdf(plain, () => Promise.resolve(elsewhere)))).timestamps, null);
  const nothing = Uint8Array.of(0x30, 0x03, 0x02, 0x01, 0x00);
  assert.is((await verifyPdf(await timestampPdf(plain, () => Promise.resolve(nothing)))).timestamps, null);
});

// PDF-13
test('an authority that answers wrongly is refused, one that does not answer is not waited for', async () => {
  const codes: Partial<Record<Manner, TimestampRefused['code']>> = {
    garbage: 'timestamp_refused',
    refuses: 'timestamp_refused',
    'another nonce': 'timestamp_refused',
    'another imprint': 'timestamp_refused',
    altered: 'timestamp_refused',
    error: 'timestamp_unavailable',
    silent: 'timestamp_unavailable',
    redirects: 'timestamp_unavailable',
    endless: 'timestamp_unavailable',
  };
  const impatient = askTime({ url: authority.url, roots: [authority.root], patienceMs: 3000 });
  for (const [manner, code] of Object.entries(codes)) {
    authority.setManner(manner as Manner);
    const error = await refusal(impatient(sha256(Buffer.from('x'))));
    assert.instance(error, TimestampRefused, manner);
    assert.is((error as TimestampRefused).code, code, manner);
  }
  authority.setManner('right');
  await stamp(sha256(Buffer.from('x')));
});

// PDF-13
test('nor is one whose certificate is over, or comes from an unexpected authority', async () => {
  const late = await startAuthority(tools.folder, { name: 'expired', expired: true });
  const over = await refusal(askTime({ url: late.url, roots: [late.root] })(sha256(Buffer.from('x'))));
  await late.stop();
  assert.match(over.message, /not valid at its time/);
  const error = await refusal(askTime({ url: stranger.url, roots: [authority.root] })(sha256(Buffer.from('x'))));
  assert.match(error.message, /not one of those expected/);
  await askTime({ url: stranger.url, roots: [] })(sha256(Buffer.from('x')));
});

// PDF-13
test('nor a time that is signed by somebody who may sign other things only', async () => {
  const imprint = sha256(Buffer.from('x'));
  const signed = new SignedData({
    schema: new ContentInfo({ schema: asn1js.fromBER(await stamp(imprint)).result }).content,
  });
  const info = tools.keep(
    new Uint8Array(signed.encapContentInfo.eContent?.getValue() ?? new ArrayBuffer()),
    'info.der',
  );
  const key = join(tools.folder, 'demonstration-signature.pem');
  const kind = ['-econtent_type', '1.2.840.113549.1.9.16.1.4', '-nodetach', '-binary', '-cades', '-md', 'sha256'];
  const files = ['-in', info, '-signer', key, '-outform', 'DER', '-out', 'forged.der'];
  assert.is(tools.run('openssl', 'cms', '-sign', ...kind, ...files).status, 0);
  const forged = readFileSync(join(tools.folder, 'forged.der'));
  assert.throws(() => readToken(forged, imprint), /not one of a timestamping authority/);
});

test('the authority is the one that the settings name, with its file of certificates', () => {
  assert.is(openAuthority(null), null);
  const opened = openAuthority({ url: authority.url, certificates: authority.rootPath });
  assert.is(opened?.url, authority.url);
  assert.equal(opened?.roots, [new X509Certificate(readFileSync(authority.rootPath)).raw]);
  assert.equal(openAuthority({ url: authority.url, certificates: null })?.roots, []);
});

test.run();
