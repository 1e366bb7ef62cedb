import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFDocument, rgb } from '@cantoo/pdf-lib';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { verifyFile } from '../src/reports/index.ts';
import { renderReport } from '../src/reports/render/render-report.ts';
import { demonstrationSigner } from '../src/reports/sign/demonstration-signer.ts';
import { SignerRefused, SigningFailed } from '../src/reports/sign/failures.ts';
import { openSigner } from '../src/reports/sign/open-signer.ts';
import { signPdf } from '../src/reports/sign/sign-pdf.ts';
import { assertValidAt, keySigner, type Signer } from '../src/reports/sign/signer.ts';
import { verifyPdf } from '../src/reports/sign/verify-pdf.ts';
import { sampleReport } from './pdf-sample.ts';
import { openTools } from './pdf-tools.ts';
import { content, paragraph } from './support/lexical-nodes.ts';

const tools = openTools();
test.after(() => tools.close());

const statement = { reason: 'Compte-rendu figé par Pr Hélène Lefèvre', name: 'CHU « Éluard »', at: new Date() };
const unsigned = await renderReport(sampleReport());
const signer = await demonstrationSigner(tools.folder);
const signed = await signPdf(unsigned, signer, statement);
const inspect = (pdf: Uint8Array) => tools.run('pdfsig', tools.keep(pdf)).output;

async function refusal(promise: Promise<unknown>): Promise<Error> {
  try {
    await promise;
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was refused');
}

/** A PKCS#12 file made by openssl, as an establishment gets it from its authority. */
function makeP12(
  name: string,
  { key, password, more = [], days = '30' }: { key: string[]; password: string; more?: string[]; days?: string },
): string {
  const [keyPath, certificatePath, p12Path] = [`${name}.key`, `${name}.crt`, `${name}.p12`];
  assert.is(tools.run('openssl', 'genpkey', ...key, '-out', keyPath).status, 0);
  const subject = ['-subj', '/C=FR/O=CHU Éluard/CN=Cachet du CHU Éluard', '-utf8'];
  assert.is(
    tools.run('openssl', 'req', '-x509', '-new', '-key', keyPath, '-days', days, ...subject, '-out', certificatePath)
      .status,
    0,
  );
  const exported = tools.run(
    'openssl',
    'pkcs12',
    '-export',
    '-inkey',
    keyPath,
    '-in',
    certificatePath,
    '-out',
    p12Path,
    '-passout',
    `pass:${password}`,
    ...more,
  );
  assert.is(exported.status, 0, exported.output);
  return join(tools.folder, p12Path);
}

const elliptic = ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256'];
const rsa = ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048'];

// PDF-6
test('an independent program says the signature is valid and covers the whole file', () => {
  const report = inspect(signed);
  assert.match(report, /Signature Type: ETSI\.CAdES\.detached/);
  assert.match(report, /Signature Validation: Signature is Valid\./);
  assert.match(report, /Total document signed/);
  assert.match(report, /Signing Hash Algorithm: SHA-256/);
  assert.match(report, /Établissement de DÉMONSTRATION/);
  assert.is(tools.run('qpdf', '--check', tools.keep(signed)).status, 0);
});

// PDF-7
test('the unsigned file is the beginning of the signed one, byte for byte', () => {
  assert.ok(signed.length > unsigned.length);
  assert.equal(Buffer.from(signed.subarray(0, unsigned.length)), Buffer.from(unsigned));
  assert.is(tools.pagesOf(signed), tools.pagesOf(unsigned));
  assert.is(tools.wordsOf(signed), tools.wordsOf(unsigned));
});

test('the signature says why, who and when, also with accents', async () => {
  const document = await PDFDocument.load(signed, { updateMetadata: false });
  const texts = document.context
    .enumerateIndirectObjects()
    .map(([, object]) => object.toString())
    .join('\n');
  assert.match(texts, /\/SubFilter \/ETSI\.CAdES\.detached/);
  assert.ok(texts.includes(Buffer.from(`\uFEFF${statement.name}`, 'utf16le').swap16().toString('hex').toUpperCase()));
  assert.ok(texts.includes(`(D:${statement.at.toISOString().replace(/[-:T]/g, '').slice(0, 14)}+00'00')`));
});

/** The two signed parts and the CMS between them, taken out as a stranger would. */
function takeApart(pdf: Uint8Array): { data: string; cms: string } {
  const range = /\/ByteRange \[(\d+) (\d+) (\d+) (\d+)\]/.exec(
    Buffer.from(pdf).toString('latin1').slice(unsigned.length),
  );
  assert.ok(range);
  const [, , length, resume] = range.map(Number) as [number, number, number, number];
  const hex = Buffer.from(pdf.subarray(length + 1, resume - 1)).toString('latin1');
  return {
    data: tools.keep(Buffer.concat([pdf.subarray(0, length), pdf.subarray(resume)]), 'signed.bin'),
    cms: tools.keep(Buffer.from(hex, 'hex'), 'signature.der'),
  };
}

test('openssl accepts it as CAdES: signing-certificate-v2 is there and right; signing-time is not', async () => {
  const { data, cms } = takeApart(signed);
  const pem = await readFile(join(tools.folder, 'demonstration-signature.pem'), 'utf8');
  const authority = tools.keep(
    (pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [])[1] ?? '',
    'authority.pem',
  );
  const answer = tools.run(
    'openssl',
    'cms',
    '-verify',
    '-cades',
    '-binary',
    '-inform',
    'DER',
    '-in',
    cms,
    '-content',
    data,
    '-CAfile',
    authority,
    '-purpose',
    'any',
    '-out',
    '/dev/null',
  );
  assert.is(answer.status, 0, answer.output);
  const printed = tools.run('openssl', 'cms', '-cmsout', '-print', '-inform', 'DER', '-in', cms).output;
  assert.match(printed, /id-smime-aa-signingCertificateV2/);
  assert.not.match(printed, /signingTime/);
});

test('one flipped byte, anywhere that matters, and nobody says valid', async () => {
  const { length } = signed;
  const text = Buffer.from(signed).toString('latin1');
  const contentsAt = text.indexOf('/Contents <', unsigned.length) + 11;
  const places = {
    firstPages: 2000,
    lastObject: unsigned.length - 300,
    widget: length - 300,
    name: text.indexOf('/Name <', unsigned.length) + 10,
    signature: contentsAt + 2 * (4 + Number.parseInt(text.slice(contentsAt + 4, contentsAt + 8), 16)) - 20,
  };
  for (const [place, at] of Object.entries(places)) {
    const flipped = Uint8Array.from(signed);
    const old = flipped[at] as number;
    flipped[at] = place === 'signature' || place === 'name' ? (old === 0x31 ? 0x32 : 0x31) : old ^ 1;
    assert.not.match(inspect(flipped), /Signature is Valid/, place);
    assert.instance(await refusal(verifyPdf(flipped)), Error, place);
  }
});

// PDF-8
test('our own check agrees, and names who signed', async () => {
  const { certificate, signedBy } = await verifyPdf(signed);
  assert.match(signedBy, /Établissement de DÉMONSTRATION/);
  assert.equal(Buffer.from(certificate), Buffer.from(signer.certificate));
});

test('an update appended after the signature is caught, though the signature itself stays valid', async () => {
  const document = await PDFDocument.load(signed, { forIncrementalUpdate: true, updateMetadata: false });
  document.getPage(0).drawRectangle({ x: 50, y: 300, width: 400, height: 200, color: rgb(1, 1, 1) });
  const covered = await document.commit({ useObjectStreams: false });
  assert.match(inspect(covered), /Signature is Valid/, 'this is why reach must be checked');
  const error = await refusal(verifyPdf(covered));
  assert.instance(error, SigningFailed);
  assert.match(error.message, /end of the file/);
});

test('unsigned, truncated, empty and foreign bytes are refused', async () => {
  assert.match((await refusal(verifyPdf(unsigned))).message, /no signature/);
  assert.instance(await refusal(verifyPdf(signed.subarray(0, signed.length - 1))), Error);
  assert.instance(await refusal(verifyPdf(new Uint8Array())), Error);
  assert.instance(await refusal(verifyPdf(Buffer.from('%PDF-1.7 rien'))), Error);
});

test('a signature of the same bytes by a key that is not the certificate’s is refused', async () => {
  const other = await demonstrationSigner(join(tools.folder, 'other'));
  const forged: Signer = { ...signer, sign: other.sign };
  const error = await refusal(signPdf(unsigned, forged, statement).then(verifyPdf));
  assert.match(error.message, /does not hold/);
});

test('words that look like the place of a signature do not mislead it', async () => {
  const marker = `/ByteRange [${'0000000000 '.repeat(4).trim()}] /Contents <${'0'.repeat(32_768)}>`;
  const trap = await renderReport(
    sampleReport({ derogation: marker.slice(0, 900) }, { question: content(paragraph(marker)) }),
  );
  const result = await signPdf(trap, signer, { ...statement, reason: marker.slice(0, 900) });
  assert.match(inspect(result), /Signature is Valid/);
  await verifyPdf(result);
});

test('a second signature leaves the first valid and becomes the one that counts', async () => {
  const twice = await signPdf(signed, signer, { ...statement, reason: 'Cachet' });
  const report = inspect(twice);
  assert.is(report.split('Signature is Valid').length - 1, 2);
  assert.is(report.split('\n  - Total document signed').length - 1, 1);
  await verifyPdf(twice);
});

test('the demonstration’s key is made once, for its owner only, and says what it is', async () => {
  const path = join(tools.folder, 'demonstration-signature.pem');
  assert.is((await stat(path)).mode & 0o777, 0o600);
  const again = await demonstrationSigner(tools.folder);
  assert.equal(Buffer.from(again.certificate), Buffer.from(signer.certificate));
  assert.is(again.chain.length, 1);
  const folder = join(tools.folder, 'at-once');
  const [one, two] = await Promise.all([demonstrationSigner(folder), demonstrationSigner(folder)]);
  assert.equal(
    Buffer.from(one.certificate),
    Buffer.from(two.certificate),
    'two servers that start together have one key',
  );
});

test('the establishment’s PKCS#12 signs, RSA or elliptic, whatever its password', async () => {
  for (const [name, key] of Object.entries({ rsa, elliptic })) {
    const password = 'mot de passe à 1 € « long »';
    const establishment = await openSigner({ p12: makeP12(name, { key, password }), password });
    const pdf = await signPdf(unsigned, establishment, { ...statement, at: new Date() });
    const report = inspect(pdf);
    assert.match(report, /Signature is Valid/, name);
    assert.match(report, /Total document signed/, name);
    assert.is((await verifyPdf(pdf)).signedBy, 'Cachet du CHU Éluard');
  }
});

test('a chain of authorities goes into the signature, from the nearest to the root', async () => {
  const run = (...args: string[]) => assert.is(tools.run('openssl', ...args).status, 0, args.join(' '));
  const authority = ['-addext', 'basicConstraints=critical,CA:TRUE', '-addext', 'keyUsage=critical,keyCertSign'];
  for (const name of ['racine', 'filiale', 'cachet']) run('genpkey', ...elliptic, '-out', `${name}.key`);
  run(
    'req',
    '-x509',
    '-new',
    '-key',
    'racine.key',
    '-subj',
    '/CN=Racine',
    '-days',
    '30',
    ...authority,
    '-out',
    'racine.crt',
  );
  tools.keep('basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign\n', 'filiale.ext');
  for (const [name, issuer, extra] of [
    ['filiale', 'racine', ['-extfile', 'filiale.ext']],
    ['cachet', 'filiale', []],
  ] as const) {
    run('req', '-new', '-key', `${name}.key`, '-subj', `/CN=${name}`, '-out', `${name}.csr`);
    run(
      'x509',
      '-req',
      '-in',
      `${name}.csr`,
      '-CA',
      `${issuer}.crt`,
      '-CAkey',
      `${issuer}.key`,
      '-CAcreateserial',
      '-days',
      '30',
      ...extra,
      '-out',
      `${name}.crt`,
    );
  }
  tools.keep(
    `${await readFile(join(tools.folder, 'racine.crt'), 'utf8')}${await readFile(join(tools.folder, 'filiale.crt'), 'utf8')}`,
    'autorites.pem',
  );
  run(
    'pkcs12',
    '-export',
    '-inkey',
    'cachet.key',
    '-in',
    'cachet.crt',
    '-certfile',
    'autorites.pem',
    '-out',
    'chaine.p12',
    '-passout',
    'pass:secret',
  );
  const chained = await openSigner({ p12: join(tools.folder, 'chaine.p12'), password: 'secret' });
  assert.is(chained.chain.length, 2);
  const { cms } = takeApart(await signPdf(unsigned, chained, { ...statement, at: new Date() }));
  const printed = tools.run('openssl', 'pkcs7', '-inform', 'DER', '-in', cms, '-print_certs', '-noout').output;
  for (const name of ['Racine', 'filiale', 'cachet']) assert.match(printed, new RegExp(`subject=CN = ${name}`));
});

test('an authority that may only sign documents vouches for nobody', async () => {
  const run = (...args: string[]) => assert.is(tools.run('openssl', ...args).status, 0, args.join(' '));
  for (const name of ['porteur', 'faux']) run('genpkey', ...elliptic, '-out', `${name}.key`);
  const own = ['-key', 'porteur.key', '-subj', '/CN=Porteur', '-addext', 'basicConstraints=critical,CA:FALSE'];
  run('req', '-x509', '-new', ...own, '-days', '30', '-out', 'porteur.crt');
  run('req', '-new', '-key', 'faux.key', '-subj', '/CN=CHU Éluard', '-utf8', '-out', 'faux.csr');
  const by = ['-CA', 'porteur.crt', '-CAkey', 'porteur.key', '-CAcreateserial', '-days', '30'];
  run('x509', '-req', '-in', 'faux.csr', ...by, '-out', 'faux.crt');
  const read = (name: string) => readFile(join(tools.folder, name));
  const holder = new X509Certificate(await read('porteur.crt'));
  const issued = new X509Certificate(await read('faux.crt'));
  const key = createPrivateKey(await read('faux.key')).export({ format: 'der', type: 'pkcs8' });
  const alone = keySigner(key, [issued.raw, holder.raw]);
  assert.equal(alone.chain, [], 'it is not put above the certificate');
  const now = { ...statement, at: new Date() };
  const chained = await signPdf(unsigned, { ...alone, chain: [holder.raw] }, now);
  assert.match((await refusal(verifyPdf(chained))).message, /chain of the certificate/);
  const { checks } = await verifyFile(await signPdf(unsigned, alone, now), [holder.raw]);
  assert.is(checks.find(({ check }) => check === 'signer')?.outcome, 'fails');
});

test('the digits of a signature are written as they were, in small letters', async () => {
  const text = Buffer.from(signed).toString('latin1');
  const from = text.indexOf('/Contents <', unsigned.length) + 11;
  const shouted = Buffer.from(signed);
  shouted.write(text.slice(from, from + 200).toUpperCase(), from, 'latin1');
  assert.match(inspect(shouted), /Signature is Valid/, 'other programs read the same');
  assert.match((await refusal(verifyPdf(shouted))).message, /in its place/);
});

test('a file with object streams is not opened, however their name is written', async () => {
  const document = await PDFDocument.load(unsigned, { updateMetadata: false });
  const packed = await document.save({ useObjectStreams: true });
  assert.match((await refusal(verifyPdf(packed))).message, /object streams/);
  const written = Buffer.from(packed).toString('latin1').replaceAll('/ObjStm', '/O#62j#53tm');
  assert.match((await refusal(verifyPdf(Buffer.from(written, 'latin1')))).message, /object streams/);
});

test('a key that cannot be used is refused in French, naming the setting', async () => {
  const good = makeP12('good', { key: elliptic, password: 'juste' });
  const said = async (p12: string, password: string) => {
    const error = await refusal(openSigner({ p12, password }));
    assert.instance(error, SignerRefused);
    return error.message;
  };
  assert.match(await said(good, 'faux'), /SIGNING_P12_PASSWORD/);
  assert.match(await said(good, ''), /SIGNING_P12_PASSWORD/);
  assert.match(await said(join(tools.folder, 'absent.p12'), 'juste'), /SIGNING_P12 ne peut pas être lu/);
  assert.match(await said(tools.keep('pas un p12', 'texte.p12'), 'juste'), /SIGNING_P12 ne désigne pas/);
  const legacy = makeP12('legacy', { key: elliptic, password: 'juste', more: ['-legacy'] });
  assert.match(await said(legacy, 'juste'), /méthode ancienne.*openssl pkcs12/);
  tools.run(
    'openssl',
    'pkcs12',
    '-export',
    '-nokeys',
    '-in',
    'good.crt',
    '-out',
    'sans-cle.p12',
    '-passout',
    'pass:juste',
  );
  assert.match(await said(join(tools.folder, 'sans-cle.p12'), 'juste'), /clé privée/);
});

test('a certificate does not sign before its time nor after it', async () => {
  assert.throws(
    () => assertValidAt(signer, new Date('2000-01-01')),
    (error: Error) => error instanceof SignerRefused,
  );
  assert.instance(
    await refusal(signPdf(unsigned, signer, { ...statement, at: new Date(Date.now() + 20 * 365 * 86_400_000) })),
    SignerRefused,
  );
});

test('a signature larger than its room is refused, not cut', async () => {
  const endless: Signer = { ...signer, chain: Array.from({ length: 40 }, () => signer.chain[0] as Uint8Array) };
  assert.match((await refusal(signPdf(unsigned, endless, statement))).message, /room/);
});

test('bytes hidden in the room that the signature left over are refused', async () => {
  const text = Buffer.from(signed).toString('latin1');
  const end = text.indexOf('> >>', text.indexOf('/Contents <', unsigned.length));
  const stuffed = Uint8Array.from(signed);
  stuffed[end - 10] = 0x61;
  assert.match(inspect(stuffed), /Signature is Valid/, 'other programs do not look there');
  assert.match((await refusal(verifyPdf(stuffed))).message, /cannot be read/);
});

test.run();
