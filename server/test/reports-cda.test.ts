import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { cdaDocument } from '../src/reports/cda/cda-document.ts';
import { checkCda } from '../src/reports/cda/check-cda.ts';
import { CdaRefusal } from '../src/reports/cda/failures.ts';
import { readCda } from '../src/reports/cda/read-cda.ts';
import { NoIdentifiers } from '../src/reports/cda/to-header.ts';
import { writeCda } from '../src/reports/cda/write-cda.ts';
import { seededRandom } from './faults/random.ts';
import { sampleFacts } from './pdf-sample.ts';
import { noNumbers, papersOf, randomFacts } from './support/report-facts.ts';

const decode = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8');
const document = (seed = 1) => cdaDocument(papersOf(randomFacts(seed)), noNumbers);
const altered = (from: string | RegExp, to: string, seed = 1) => {
  const text = decode(document(seed).xml);
  const changed = text.replace(from, to);
  assert.is.not(changed, text, `${from} is in the document`);
  return Buffer.from(changed);
};

function refusal(bytes: Uint8Array): { code: string; part: string | null } {
  try {
    readCda(bytes);
  } catch (error) {
    assert.instance(error, CdaRefusal);
    const { code, part } = error as CdaRefusal;
    return { code, part };
  }
  throw new Error('it was read');
}

// CDA-1, CDA-5, CDA-8
test('300 reports: what a header says is read back from its document, which breaks no rule, twice the same', () => {
  for (let seed = 0; seed < 300; seed += 1) {
    const papers = papersOf(randomFacts(seed), `%PDF-1.4 ${seed}`);
    const { xml, header, pdf } = cdaDocument(papers, noNumbers);
    const read = readCda(xml);
    assert.equal(read.header, header, `seed ${seed}`);
    assert.equal(Buffer.from(read.pdf), Buffer.from(pdf));
    assert.equal(Buffer.from(pdf), papers.archivalPdf);
    assert.equal(checkCda(xml), [], `seed ${seed}`);
    assert.ok(Buffer.from(cdaDocument(papersOf(randomFacts(seed), `%PDF-1.4 ${seed}`), noNumbers).xml).equals(xml));
  }
});

// CDA-2
test('the header names what the French framework asks', () => {
  const facts = randomFacts(3);
  const text = decode(
    cdaDocument(
      papersOf({
        ...facts,
        establishmentIds: { oid: '1.2.250.1.999', finess: '490000031', sector: 'SA01' },
        frozenBy: {
          name: 'Pr H',
          specialty: 'Oncologie médicale',
          identity: { familyName: 'Lefèvre', givenName: 'Hélène', rpps: '10001234567' },
        },
        meeting: { startsAt: '2026-07-16T13:30:00.000Z' },
        correspondents: [],
      }),
      noNumbers,
    ).xml,
  );
  for (const words of [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<typeId root="2.16.840.1.113883.1.3" extension="POCD_HD000040"/>',
    '<templateId root="2.16.840.1.113883.2.8.2.1"/><templateId root="1.2.250.1.213.1.1.1.1"/>',
    'code="34794-8" displayName="CR de réunion de concertation pluridisciplinaire"',
    '<id root="1.2.250.1.71.4.2.1" extension="810001234567"/>',
    '<id root="1.2.250.1.71.4.2.2" extension="1490000031"/>',
    `<id root="1.2.250.1.999" extension="${facts.identifiers?.patientId}"/>`,
    '<family qualifier="BR">',
    '<signatureCode code="S"/>',
    '<code code="39" displayName="Réunion de Concertation Pluridisciplinaire (RCP)"',
    '<low value="20260716153000+0200"/>',
    '<originalText>Médecin coordonnateur de la RCP</originalText>',
  ])
    assert.ok(text.includes(words), words);
  // Nobody said who the médecin traitant is: he is there, unknown.
  assert.match(text, /typeCode="INF"><functionCode code="PCP".*?<associatedPerson><name nullFlavor="UNK"\/>/);
});

// CDA-3, CDA-6
test('a number that nobody gave is said to be unknown, and no matricule leaves', () => {
  const facts = { ...randomFacts(4), establishmentIds: noNumbers, frozenBy: { name: 'Dr X', specialty: '' } };
  facts.patient = { ...facts.patient, identityStatus: 'QUAL' };
  const text = decode(cdaDocument(papersOf(facts), noNumbers).xml);
  assert.match(text, /<representedCustodianOrganization><id nullFlavor="UNK"\/>/);
  assert.match(text, /<assignedAuthor><id nullFlavor="UNK"\/>/);
  assert.match(text, /<patientRole><id root="2\.25\.\d+"\/>/);
  assert.not.match(text, /1\.2\.250\.1\.213\.1\.4\./);
});

// CDA-6
test('a matricule is written under the root that says of which kind, and read back', () => {
  const { header, pdf } = document();
  const ins = { matricule: '279035121518989', oid: '1.2.250.1.213.1.4.10' };
  const named = { ...header, patient: { ...header.patient, ins } };
  assert.equal(readCda(writeCda(named, pdf)).header, named);
});

// CDA-4
test('a version that replaces another says which, in the same set', () => {
  const seed = [...Array(50).keys()].find((each) => randomFacts(each).version > 1) ?? 0;
  const { xml, header } = document(seed);
  assert.ok(header.replaces);
  assert.ok(decode(xml).includes(`<relatedDocument typeCode="RPLC"><parentDocument><id root="${header.replaces}"/>`));
  assert.equal(checkCda(altered(/<relatedDocument.*?<\/relatedDocument>/s, '', seed)), ['once: relatedDocument']);
});

test('a report frozen before what names it was recorded has no document', () => {
  assert.throws(
    () => cdaDocument(papersOf(sampleFacts), noNumbers),
    (error: unknown) => error instanceof NoIdentifiers,
  );
});

// CDA-8
test('a rule that is broken is named by its place', () => {
  for (const [from, to, broken] of [
    ['<realmCode code="FR"/>', '<realmCode code="US"/>', 'value: realmCode/@code'],
    ['code="34794-8"', 'code="11488-4"', 'value: code/@code'],
    [/<title>.*?<\/title>/, '', 'missing: title'],
    [/<templateId root="1\.2\.250\.1\.213\.1\.1\.1\.1"\/>/, '', 'template: 1.2.250.1.213.1.1.1.1'],
    [/(<setId [^>]*>)(<versionNumber [^>]*>)/, '$2$1', 'order: setId'],
    [/<participant typeCode="INF">.*?<\/participant>/s, '', 'participant: INF PCP'],
    [/<setId root="[^"]*"/, '<setId root="not-an-oid"', 'oid: ClinicalDocument/setId'],
    ['<languageCode', '<surprise/><languageCode', 'unknown: surprise'],
    ['<title>', '<title>Un</title><title>', 'once: title'],
  ] as const)
    assert.equal(checkCda(altered(from, to)), [broken], broken);
});

// CDA-7
test('XML that would harm is refused before it is parsed', () => {
  const prolog = '<?xml version="1.0" encoding="UTF-8"?>\n';
  const withDoctype = (doctype: string, words = '') =>
    altered(prolog, `${prolog}${doctype}`).toString().replace('<title>', `<title>${words}`);
  const billion = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;">]>`;
  const nested = (count: number) => `${'<a>'.repeat(count)}${'</a>'.repeat(count)}`;
  for (const [bytes, code] of [
    [Buffer.from(withDoctype('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>', '&e;')), 'declaration'],
    [Buffer.from(withDoctype('<!DOCTYPE x SYSTEM "http://127.0.0.1/x.dtd">')), 'declaration'],
    [Buffer.from(withDoctype('<!doctype x>')), 'declaration'],
    [Buffer.from(withDoctype(billion, '&c;')), 'declaration'],
    [altered(prolog, `${prolog}<?xml-stylesheet href="http://127.0.0.1/x.xsl"?>`), 'declaration'],
    [altered('<title>', '<title>&undefined;'), 'malformed'],
    [altered('encoding="UTF-8"', 'encoding="UTF-16"'), 'not_utf8'],
    [Buffer.concat([document().xml, Buffer.from([0xff, 0xfe])]), 'not_utf8'],
    [Buffer.from(`\ufeff${decode(document().xml)}`, 'utf16le'), 'not_utf8'],
    [Buffer.alloc(10 * 1024 * 1024 + 1, 32), 'too_large'],
    [altered('<title>', `${nested(100)}<title>`), 'too_deep'],
    [Buffer.from('<a>'.repeat(1_000_000)), 'too_deep'],
    [Buffer.from(`<a>${'<b/>'.repeat(100_000)}</a>`), 'too_many_elements'],
    [Buffer.from(`<a ${Array.from({ length: 50_000 }, (_, at) => `a${at}="1"`).join(' ')}/>`), 'too_many_attributes'],
    [altered('<title>', '<title ID="x"/><title ID="x">'), 'duplicate_id'],
    [altered('<title>', '<title a="1" a="2">'), 'malformed'],
    [altered('</ClinicalDocument>', ''), 'malformed'],
    [Buffer.from('<title>'), 'malformed'],
    [Buffer.from('</a></a>'), 'malformed'],
    [Buffer.from('<!-- never closed'), 'malformed'],
    [Buffer.from('<a b="never closed>'), 'malformed'],
    [Buffer.from(''), 'malformed'],
    [Buffer.from('<ClinicalDocument/>'), 'wrong_root'],
    [Buffer.from('<html xmlns="urn:hl7-org:v3"/>'), 'wrong_root'],
    [Buffer.from('<ClinicalDocument xmlns="urn:hl7-org:v3"/>'), 'incomplete'],
  ] as const)
    assert.is(refusal(bytes).code, code, code);
});

// CDA-7
test('a body that is not the one that was written is refused', () => {
  const { header } = document();
  const text = decode(writeCda(header, Buffer.from('one')));
  const other = text.replace(Buffer.from('one').toString('base64'), Buffer.from('two').toString('base64'));
  assert.is(refusal(Buffer.from(other)).code, 'altered_body');
});

// CDA-7
test('a refusal repeats no word of the document', () => {
  const secret = 'adénocarcinome';
  for (const bytes of [
    altered('<title>', `<title ${secret}>`),
    altered('<title>', `<title>${secret}&${secret};`),
    altered(/<birthTime value="\d+"/, `<birthTime valeur="${secret}"`),
    altered(/<effectiveTime value="[^"]*"/, `<effectiveTime value="${secret}"`),
    altered('typeCode="RESP"', `typeCode="${secret}"`),
  ]) {
    try {
      readCda(bytes);
      assert.unreachable('it was read');
    } catch (error) {
      assert.instance(error, CdaRefusal);
      const said = `${(error as Error).message} ${(error as Error).stack} ${JSON.stringify(error)}`;
      assert.not.match(said, secret);
      assert.is((error as Error).cause, undefined);
    }
  }
});

// CDA-7
test('noise is refused with a code, and nothing else is ever thrown', () => {
  const random = seededRandom(7);
  for (let times = 0; times < 300; times += 1) {
    const noise = Buffer.from(document(times % 5).xml);
    const at = Math.floor((times / 300) * (noise.length - 40));
    for (let byte = 0; byte <= times % 30; byte += 1) noise[at + byte] = Math.floor(random() * 256);
    try {
      readCda(noise);
    } catch (error) {
      assert.instance(error, CdaRefusal, String(error));
    }
  }
});

test.run();
