import { spawnSync } from 'node:child_process';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { sectionPlainText } from '../src/documents/index.ts';
import { certificatePages } from '../src/reports/papers/certificate-pages.ts';
import { fontCoverage } from '../src/reports/render/font-coverage.ts';
import { fontFiles } from '../src/reports/render/fonts.ts';
import { factsSection, plainPages, tableSection } from '../src/reports/render/plain-pages.ts';
import { renderPages, renderReport } from '../src/reports/render/render-report.ts';
import { reportContent } from '../src/reports/render/report-content.ts';
import { demonstrationSigner } from '../src/reports/sign/demonstration-signer.ts';
import { signPdf } from '../src/reports/sign/sign-pdf.ts';
import { verifyPdf } from '../src/reports/sign/verify-pdf.ts';
import { sampleReport } from './pdf-sample.ts';
import { openTools } from './pdf-tools.ts';
import { cell, content, headerCell, heading, item, list, paragraph, table } from './support/lexical-nodes.ts';
import { readAloud, withRole, wordsOf } from './support/read-aloud.ts';

const tools = openTools();
test.after(() => tools.close());

const report = sampleReport();
const { original, archival } = await renderPages(report);
const signer = await demonstrationSigner(tools.folder);
const statement = { reason: 'Compte-rendu figé', name: 'CHU', at: new Date() };
const seal = (pdf: Uint8Array) => signPdf(pdf, signer, statement);
const compact = (text: string) => text.replace(/\s+/g, '');

/** Every object of a file, as another program writes it out. */
const objectsOf = (pdf: Uint8Array) =>
  tools.run('qpdf', '--qdf', '--object-streams=disable', '--stream-data=uncompress', tools.keep(pdf), '-').output;
const metadataOf = (pdf: Uint8Array) => tools.run('pdfinfo', '-meta', tools.keep(pdf)).output;

/** What veraPDF says where it is installed: the reference validator is in no package. */
function askVeraPdf(pdf: Uint8Array, ...flavours: string[]): void {
  const { VERAPDF } = process.env;
  if (!VERAPDF) return;
  for (const flavour of flavours) {
    const { stdout } = spawnSync(VERAPDF, ['--flavour', flavour, '--format', 'text', tools.keep(pdf)], {
      encoding: 'utf8',
    });
    assert.match(stdout, /^PASS/, flavour);
  }
}

// PDF-11
test('the original is PDF/A-3a and PDF/UA-1 at once, and says so; its signature keeps it so', async () => {
  for (const pdf of [original, await seal(original)]) {
    const metadata = metadataOf(pdf);
    assert.match(metadata, '<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>');
    assert.is(metadata.split('<pdfuaid:part>1</pdfuaid:part>').length, 2);
    assert.match(metadata, '<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>');
    assert.is(metadata.split('</pdfaExtension:schemas>').length, 2, 'one bag of schemas');
    const objects = objectsOf(pdf);
    assert.match(objects, '/DisplayDocTitle true');
    assert.match(objects, '/Lang (fr-FR)');
    assert.match(objects, '/Marked true');
    assert.is(objects.split('/Tabs /S').length - 1, tools.pagesOf(pdf));
    assert.is(tools.run('qpdf', '--check', tools.keep(pdf)).status, 0);
    askVeraPdf(pdf, '3a', 'ua1');
  }
});

// PDF-11: readers refuse a file whose updates are written otherwise than its first part
test('its cross-references are classic tables, and no object is hidden in a stream', () => {
  for (const pdf of [original, archival]) {
    const text = Buffer.from(pdf).toString('latin1');
    assert.match(text, /\ntrailer/);
    assert.match(text, '/ID [');
    for (const mark of ['/ObjStm', '/Type /XRef', '/XRefStm']) assert.not.ok(text.includes(mark), mark);
  }
});

// PDF-11
test('the same report gives the same two files', async () => {
  const again = await renderPages(sampleReport());
  assert.ok(Buffer.from(again.original).equals(original));
  assert.ok(Buffer.from(again.archival).equals(archival));
  assert.ok(Buffer.from(await renderReport(sampleReport())).equals(original));
});

// PDF-1, PDF-11
test('a screen reader says every sentence in order, and walks headings one level at a time', async () => {
  const spoken = await readAloud(original);
  const words = compact(wordsOf(spoken));
  let from = 0;
  for (const section of ['question', 'summary', 'discussion', 'proposal'] as const)
    for (const line of sectionPlainText(report.sections[section]).split(/[\n\t]/)) {
      // A link is followed by its address.
      if (line.startsWith('Voir')) continue;
      const at = words.indexOf(compact(line), from);
      assert.ok(at >= from, `« ${line} » is not said, or not in its place`);
      from = at + compact(line).length;
    }
  const headings = withRole(spoken, /^H[1-6]$/);
  assert.equal(
    headings.map((node) => `${node.role} ${wordsOf([node]).trim()}`),
    [
      'H1 Compte-rendu de réunion de concertation pluridisciplinaire',
      'H2 Participants',
      'H2 Question posée',
      'H2 Résumé clinique',
      'H3 Antécédents',
      'H3 Histoire de la maladie',
      'H2 Discussion',
      'H2 Proposition de la RCP',
    ],
  );
  assert.equal(
    withRole(spoken, /^TH$/).map((node) => wordsOf([node]).trim()),
    ['Nom', 'Spécialité', 'Présence', 'Marqueur', 'Résultat', 'Seuil'],
  );
  for (const figure of withRole(spoken, /^(Figure|Formula)$/)) assert.ok(figure.alt, 'a picture says what it shows');
});

// PDF-11
test('as it lies on the page, the text is in the order in which it is read', () => {
  const laid = tools.run('pdftotext', '-layout', tools.keep(original), '-').output;
  const order = ['Participants', 'Question posée', 'Antécédents', 'Discussion', 'Proposition de la RCP', 'Figé le'];
  const places = order.map((words) => laid.indexOf(words));
  assert.ok(
    places.every((place, index) => place >= 0 && place > (places[index - 1] ?? -1)),
    places.join(' '),
  );
});

// PDF-11: the typesetter writes either standard; asked for the other, it looks for its faults
test('the typesetter finds no fault of accessibility, whatever people wrote', async () => {
  const deep = list('bullet', item('un'), item(list('number', item('deux'), item(list('bullet', item('trois'))))));
  const odd = content(
    heading('h6', 'Commencé petit'),
    heading('h1', 'Puis grand'),
    heading('h5', ''),
    deep,
    table([headerCell('A', { colSpan: 2 })], [cell('1'), cell('2')], []),
    table([cell('sans en-tête')]),
    paragraph(),
  );
  const compiler = NodeCompiler.create({ workspace: '/', fontArgs: [{ fontBlobs: fontFiles() }] });
  const template = readFileSync(new URL('../src/reports/render/report.typ', import.meta.url), 'utf8');
  for (const each of [report, sampleReport({ participants: [] }, { summary: odd, proposal: odd })]) {
    const set = { ...reportContent(each, fontCoverage()), attached: [] };
    compiler.mapShadow('/content.json', Buffer.from(JSON.stringify(set)));
    const { result } = compiler.compile({ mainFileContent: template });
    assert.ok(result);
    compiler.pdf(result, { pdfStandard: 'ua-1', creationTimestamp: set.created });
  }
});

// PAP-1, SC-44: plain pages say that they are accessible too
test('the typesetter finds no fault of accessibility in a certificate, nor in tables of many lines or of none', () => {
  const at = (time: string) => new Date(`2026-03-02T${time}:00Z`);
  const seen = { intervals: [{ from: at('17:00'), to: at('18:05') }], minutes: 65 };
  const certified = {
    establishment: 'CHU',
    isDemonstration: true,
    board: { name: 'RCP Digestif', organisation: 'CHU' },
    meeting: { startsAt: at('17:00'), startedAt: at('17:00'), closedAt: at('18:30'), cases: 3 },
  };
  const person = { accountId: null, name: 'Dr Paul Lenoir', specialty: 'Radiologie' };
  const many = Array.from({ length: 200 }, (_, index) => [String(index), 'Connexion', '–']);
  const personal = plainPages('2026-03-02T17:00:00Z', {
    title: 'Mes données personnelles',
    name: person.name,
    notice: 'Ce que Concertation conserve de vous.',
    sections: [
      factsSection('Identité et coordonnées', { Nom: person.name, Téléphone: null }),
      tableSection('Clés d’accès', ['Nom', 'Créée', 'Dernière utilisation'], []),
      tableSection('Mes actes dans le journal', ['Numéro', 'Domaine', 'Dernier'], many),
    ],
  });
  const compiler = NodeCompiler.create({ workspace: '/', fontArgs: [{ fontBlobs: fontFiles() }] });
  const template = readFileSync(new URL('../src/reports/render/plain.typ', import.meta.url), 'utf8');
  const certificates = [seen, null].map((each) =>
    certificatePages({ presence: { ...person, seen: each }, ...certified }),
  );
  for (const pages of [...certificates, personal]) {
    compiler.mapShadow('/content.json', Buffer.from(JSON.stringify({ ...pages, attached: [] })));
    const { result } = compiler.compile({ mainFileContent: template });
    assert.ok(result);
    compiler.pdf(result, { pdfStandard: 'ua-1', creationTimestamp: pages.created });
  }
});

/** What Apache Preflight finds wrong with a PDF/A-1b, but for the outlines' destinations, which it cannot read by reference. */
function preflight(pdf: Uint8Array): string[] {
  const { output } = tools.run('java', '-cp', tools.preflightClassPath, tools.preflightClass, tools.keep(pdf));
  assert.match(output, /PDF\/A-1b file/, output);
  return output.split('\n').filter((line) => /^\d+\.\d/.test(line) && !line.includes("can't convert to Destination"));
}

// PDF-12
test('the rendition for secure mail is PDF/A-1a: 1.4, no file inside, nothing transparent, and its seal keeps it so', async () => {
  for (const pdf of [archival, await seal(archival)]) {
    assert.equal(preflight(pdf), []);
    assert.is(Buffer.from(pdf.subarray(0, 8)).toString(), '%PDF-1.4');
    assert.match(metadataOf(pdf), '<pdfaid:part>1</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>');
    const objects = objectsOf(pdf);
    for (const mark of ['/EmbeddedFile', '/AF ', '/Filespec', '/SMask', '/Transparency', '/LZWDecode', '/JavaScript'])
      assert.not.ok(objects.includes(mark), mark);
    assert.is(tools.run('qpdf', '--check', tools.keep(pdf)).status, 0);
    askVeraPdf(pdf, '1a', '1b');
  }
  assert.ok(
    preflight(original).some((line) => line.includes('EmbeddedFile')),
    'what is no PDF/A-1 is found',
  );
});

// PDF-12
test('it is the same paper: the same words, number and hash on as many pages, sealed by the same establishment', async () => {
  assert.is(tools.wordsOf(archival), tools.wordsOf(original));
  assert.is(tools.pagesOf(archival), tools.pagesOf(original));
  assert.match(tools.wordsOf(archival), report.stateHash);
  assert.match(tools.wordsOf(archival), report.facts.documentNumber);
  const sealed = await seal(archival);
  assert.ok(Buffer.from(sealed.subarray(0, archival.length)).equals(archival));
  assert.match(tools.run('pdfsig', tools.keep(sealed)).output, /Signature is Valid/);
  assert.equal(Buffer.from((await verifyPdf(sealed)).certificate), Buffer.from(signer.certificate));
});

test.run();
