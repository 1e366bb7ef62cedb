import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { DOMParser, type Element } from '@xmldom/xmldom';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { fromBufferPromise } from 'yauzl';
import { packXdm } from '../src/deliveries/xdm/pack-xdm.ts';
import { plainAscii } from '../src/deliveries/xdm/plain-names.ts';
import { checkCda, readCda } from '../src/reports/index.ts';
import { noNumbers, papersOf, randomFacts } from './support/report-facts.ts';

const folder = 'IHE_XDM/SUBSET01';

async function unzip(zip: Uint8Array): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  const archive = await fromBufferPromise(Buffer.from(zip));
  for await (const entry of archive.eachEntry())
    files.set(entry.fileName, await buffer(await archive.openReadStreamPromise(entry)));
  return files;
}

const pack = (seed: number, patient: Record<string, string> = {}) => {
  const facts = randomFacts(seed);
  const papers = papersOf({ ...facts, patient: { ...facts.patient, ...patient } });
  return packXdm({ papers, establishment: noNumbers }).then((packed) => ({ packed, papers }));
};

const slotsOf = (object: Element, name: string): string[] =>
  [...object.getElementsByTagName('rim:Slot')]
    .filter((slot) => slot.getAttribute('name') === name)
    .flatMap((slot) => [...slot.getElementsByTagName('rim:Value')].map((value) => value.textContent ?? ''));

const externalIds = (object: Element): Record<string, string> =>
  Object.fromEntries(
    [...object.getElementsByTagName('rim:ExternalIdentifier')].map((id) => [
      id.getElementsByTagName('rim:LocalizedString')[0]?.getAttribute('value') ?? '',
      id.getAttribute('value') ?? '',
    ]),
  );

// XDM-1
test('the archive holds the document, the same pages, what describes them, and a page to open them', async () => {
  for (let seed = 0; seed < 40; seed += 1) {
    const { packed, papers } = await pack(seed);
    const files = await unzip(packed.zip);
    assert.equal(
      [...files.keys()],
      ['README.TXT', 'INDEX.HTM', `${folder}/METADATA.XML`, `${folder}/DOC00001.XML`, `${folder}/DOC00001.PDF`],
    );
    const xml = files.get(`${folder}/DOC00001.XML`) as Buffer;
    assert.equal(checkCda(xml), []);
    assert.equal(files.get(`${folder}/DOC00001.PDF`), papers.archivalPdf);
    assert.equal(Buffer.from(readCda(xml).pdf), papers.archivalPdf);
    assert.equal(Buffer.from(packed.pdf), papers.archivalPdf);
  }
});

// XDM-1
test('another program finds the archive whole', async () => {
  const { packed } = await pack(1);
  const directory = mkdtempSync(join(tmpdir(), 'xdm-'));
  const path = join(directory, 'IHE_XDM.ZIP');
  writeFileSync(path, packed.zip);
  const said = execFileSync('unzip', ['-t', path], { encoding: 'utf8' });
  rmSync(directory, { recursive: true });
  assert.match(said, /No errors detected/);
});

// XDM-1
test('the same report gives the same archive, wherever it is packed', async () => {
  const zoned = process.env.TZ;
  const zips: Buffer[] = [];
  for (const zone of ['UTC', 'Asia/Tokyo', 'America/Noronha']) {
    process.env.TZ = zone;
    zips.push(Buffer.from((await pack(2)).packed.zip));
  }
  if (zoned === undefined) delete process.env.TZ;
  else process.env.TZ = zoned;
  for (const zip of zips) assert.ok(zip.equals(zips[0] as Buffer));
});

// XDM-2
test('what describes the document has its hash, its size, whose it is and what names it', async () => {
  for (let seed = 0; seed < 40; seed += 1) {
    const { packed, papers } = await pack(seed);
    const files = await unzip(packed.zip);
    const xml = files.get(`${folder}/DOC00001.XML`) as Buffer;
    const { header } = readCda(xml);
    const metadata = new DOMParser().parseFromString(String(files.get(`${folder}/METADATA.XML`)), 'text/xml');
    const [entry, ...others] = metadata.getElementsByTagName('rim:ExtrinsicObject');
    assert.ok(entry);
    assert.equal(others, []);
    assert.equal(slotsOf(entry, 'hash'), [createHash('sha1').update(xml).digest('hex')]);
    assert.equal(slotsOf(entry, 'size'), [String(xml.byteLength)]);
    assert.equal(slotsOf(entry, 'URI'), ['DOC00001.XML']);
    assert.equal(slotsOf(entry, 'languageCode'), ['fr-FR']);
    assert.match(String(slotsOf(entry, 'creationTime')), /^\d{14}$/);
    assert.equal(externalIds(entry)['XDSDocumentEntry.uniqueId'], header.id);
    const codes = [...entry.getElementsByTagName('rim:Classification')].map((one) =>
      one.getAttribute('nodeRepresentation'),
    );
    for (const code of [
      '34794-8',
      '10',
      'N',
      'urn:ihe:iti:xds-sd:pdf:2008',
      'ETABLISSEMENT',
      header.establishment.sector,
    ])
      assert.ok(codes.includes(code), code);

    const [set] = metadata.getElementsByTagName('rim:RegistryPackage');
    assert.ok(set);
    const ids = externalIds(set);
    assert.match(String(ids['XDSSubmissionSet.uniqueId']), /^2\.25\.\d+$/);
    assert.is.not(ids['XDSSubmissionSet.uniqueId'], header.id);
    assert.is(ids['XDSSubmissionSet.patientId'], externalIds(entry)['XDSDocumentEntry.patientId']);
    const [member] = metadata.getElementsByTagName('rim:Association');
    assert.is(member?.getAttribute('sourceObject'), set.getAttribute('id'));
    assert.is(member?.getAttribute('targetObject'), entry.getAttribute('id'));
    const named = [...metadata.getElementsByTagName('*')]
      .map((one) => one.getAttribute('id'))
      .filter((id) => id !== null);
    assert.is(new Set(named).size, named.length, 'each id names one thing');
    assert.ok(
      String(ids['XDSSubmissionSet.patientId']).includes(papers.facts.identifiers?.patientId ?? '-') ||
        header.patient.localId.extension === null,
    );
  }
});

// XDM-3
test('the subject and the PDF are named as receiving software reads them', async () => {
  const { packed } = await pack(1, { birthName: 'DUPONT', birthGivenName: 'MARIE', birthDate: '1980-03-12' });
  assert.is(packed.subject, 'XDM/1.0/DDM+CR de reunion de concertation pluridisci DUPONT MARIE 12/03/1980');
  assert.match(packed.pdfName, /^\d{8}_CR de reunion de concertation pluridisci_DUPONT_MARIE\.pdf$/);
  assert.is(packed.codeCda, '34794-8');
  assert.is(packed.hasQualifiedIdentity, false);
});

// XDM-3
test('the day in the PDF’s name is that of the meeting, in France', async () => {
  const facts = { ...randomFacts(1), meeting: { startsAt: '2026-11-15T23:30:00.000Z' } };
  const { pdfName } = await packXdm({ papers: papersOf(facts), establishment: noNumbers });
  assert.match(pdfName, /^20261116_/);
});

// XDM-3
test('names that programs get wrong stay on one line, in ASCII, and short enough for a file', async () => {
  for (const [birthName, shown] of [
    ["D'ARTAGNAN", "D'ARTAGNAN"],
    ['N’Guyen', "N'GUYEN"],
    ['Lœuvre', 'LOEUVRE'],
    ['Straße', 'STRASSE'],
    ['Łukasz Øster', 'LUKASZ OSTER'],
    ['Éloïse\r\nBcc: x@y', 'ELOISE BCC: X@Y'],
    ['X'.repeat(300), 'X'.repeat(300)],
  ] as const) {
    const { packed } = await pack(1, { birthName });
    assert.ok(packed.subject.includes(` ${shown} `), packed.subject);
    assert.match(packed.subject, /^[\x20-\x7E]+$/);
    assert.match(packed.pdfName, /^[\x20-\x7E]+\.pdf$/);
    assert.not.match(packed.pdfName, /["*/:<>?\\|]/);
    assert.ok(Buffer.byteLength(packed.pdfName) <= 200, packed.pdfName);
    assert.is(packed.pdfName.split('_').length, 4, 'its parts are known by their separator');
  }
  assert.is(plainAscii('𝔘 日本'), 'U');
});

// XDM-4
test('what is read without opening the document names no patient', async () => {
  const { packed, papers } = await pack(5, { birthName: 'ZYZYX', birthGivenName: 'QWERTA' });
  const files = await unzip(packed.zip);
  for (const name of ['README.TXT', 'INDEX.HTM']) {
    assert.not.match(String(files.get(name)), /ZYZYX|QWERTA/i);
    assert.ok(papers.facts.patient.birthDate);
  }
});

// XDM-5
test('a report signed before the PDF/A-1 was made leaves with its signed original', async () => {
  const papers = { ...papersOf(randomFacts(1)), archivalPdf: null };
  const { pdf, zip } = await packXdm({ papers, establishment: noNumbers });
  assert.equal(Buffer.from(pdf), papers.signedPdf);
  assert.equal((await unzip(zip)).get(`${folder}/DOC00001.PDF`), papers.signedPdf);
});

test.run();
