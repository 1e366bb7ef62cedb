import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import type { SerializedEditorState } from 'lexical';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { sectionPlainText } from '../src/documents/index.ts';
import type { ReportFacts } from '../src/reports/facts.ts';
import { UnprintableContent } from '../src/reports/render/failures.ts';
import { renderReport } from '../src/reports/render/render-report.ts';
import { sampleReport } from './pdf-sample.ts';
import { openTools } from './pdf-tools.ts';
import {
  cell,
  content,
  headerCell,
  heading,
  item,
  link,
  list,
  paragraph,
  quote,
  table,
  text,
} from './support/lexical-nodes.ts';

const tools = openTools();
test.after(() => tools.close());

const withSummary = (...blocks: Parameters<typeof content>) => sampleReport({}, { summary: content(...blocks) });
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Every word lies on the paper: nothing runs over the edge, nothing into the footer. */
function assertOnPaper(pdf: Uint8Array): void {
  const boxes = tools.run('pdftotext', '-bbox', tools.keep(pdf), '-').output;
  const words = [
    ...boxes.matchAll(/<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)/g),
  ];
  assert.ok(words.length > 50);
  for (const [, left, top, right, bottom, word] of words)
    assert.ok(
      Number(left) > 50 && Number(right) < 546 && Number(top) > 20 && Number(bottom) < 830,
      `« ${word?.slice(0, 40)} » leaves the page`,
    );
}

function assertInOrder(words: string, expected: string[]): void {
  let from = 0;
  for (const part of expected) {
    const wanted = part.replace(/\s+/g, ' ').trim();
    const at = words.indexOf(wanted, from);
    assert.ok(at >= 0, `« ${wanted} » is missing, or not in its place`);
    from = at + wanted.length;
  }
}

const linesOf = (section: SerializedEditorState) =>
  sectionPlainText(section)
    .split(/[\n\t]/)
    .filter((line) => line.trim() !== '');

// PDF-1
// SC-84, domain.md 1.1
test('an « enregistrement » names its référentiel, and a quorum that was not met its derogation', async () => {
  const registration = { name: 'TNCD Côlon', version: '2025-2', date: '2025-06-01' };
  const registered = tools.wordsOf(await renderReport(sampleReport({ registration, quorum: null })));
  assert.match(registered, 'Enregistrement selon TNCD Côlon, version 2025-2, du 01/06/2025');
  assert.not.match(registered, 'Quorum');
  const met = tools.wordsOf(await renderReport(sampleReport({ quorum: { met: true, derogation: null } })));
  assert.match(met, 'Quorum atteint');
  const quorum = { met: false, derogation: 'Urgence : décision différée impossible' };
  const unmet = tools.wordsOf(await renderReport(sampleReport({ registration: null, quorum })));
  assert.match(unmet, 'Quorum non atteint, dérogation : Urgence : décision différée impossible');
});

// RBK-5, QUO-3
test('the paper says who read the decision back, who dissents and why, and whom the quorum lacked', async () => {
  const at = '2026-11-16T15:02:00.000Z';
  const answers = [
    { name: 'Dr Karim Benali', specialty: 'Chirurgie gynécologique', verdict: 'agrees' as const, reason: null, at },
    { name: 'Dr Paul N’Guyen', specialty: '', verdict: 'dissents' as const, reason: 'Dose ?\n#set 1', at },
  ];
  const quorum = {
    met: false,
    derogation: 'Urgence',
    missing: [
      { kind: 'specialties' as const, count: 2 },
      { kind: 'rule' as const, anyOf: ['Radiothérapie', 'Oncologie radiothérapie'], count: 1 },
      { kind: 'treating' as const },
    ],
    typed: 1,
  };
  const readBack = { answers, earlier: [], awaited: ['Radiologie', 'Gériatrie'] };
  const told = tools.wordsOf(await renderReport(sampleReport({ quorum, readBack })));
  assertInOrder(told, [
    'Quorum non atteint (il manquait : 2 médecins d’autres spécialités ; Radiothérapie ou Oncologie radiothérapie ; un professionnel prenant en charge le patient), dérogation : Urgence',
    'Relecture',
    'Accord de Dr Karim Benali, Chirurgie gynécologique, lundi 16 novembre 2026 à 16 h 02',
    'Désaccord de Dr Paul N’Guyen, lundi 16 novembre 2026 à 16 h 02 : Dose ? #set 1',
    'Spécialités présentes sans réponse : Radiologie, Gériatrie.',
  ]);
  const met = { met: true, derogation: null, missing: [], typed: 2 };
  const nobody = { answers: [], earlier: [], awaited: [] };
  const none = tools.wordsOf(await renderReport(sampleReport({ quorum: met, readBack: nobody })));
  assert.match(none, 'Quorum atteint (dont 2 présences notées par le secrétariat)');
  assert.match(none, 'Aucune relecture : personne n’a répondu aux mots de cette décision.');
  assert.not.match(none, 'sans réponse');
});

test('every sentence of the report is on paper, in order, with its facts', async () => {
  const report = sampleReport();
  const words = tools.wordsOf(await renderReport(report));
  const { question, summary, discussion, proposal } = report.sections;
  assertInOrder(words, [
    'Centre hospitalier universitaire de Démonstration',
    'Compte-rendu de réunion de concertation pluridisciplinaire',
    'RCP Sein et gynécologie',
    'lundi 16 novembre 2026, 14 h 30',
    'Participants',
    'Pr Hélène Lefèvre',
    'Oncologie médicale',
    'Question posée',
    ...linesOf(question),
    'Résumé clinique',
    ...linesOf(summary),
    'Discussion',
    ...linesOf(discussion).filter((line) => !line.startsWith('Voir')),
    'Proposition de la RCP',
    'Décision : Traitement',
    ...linesOf(proposal),
    'Référentiel régional Sein 2026, version 4.2',
    'Essai clinique Non renseigné',
    'Figé le lundi 16 novembre 2026 à 16 h 12 (heure de Paris) par Pr Hélène Lefèvre',
  ]);
});

// PDF-4
test('the patient, the document and its hash are on every page', async () => {
  const pdf = await renderReport(
    withSummary(...Array.from({ length: 120 }, (_, index) => paragraph(`Paragraphe ${index}. `.repeat(12)))),
  );
  const path = tools.keep(pdf);
  const pages = tools.pagesOf(pdf);
  assert.ok(pages > 3);
  for (let page = 1; page <= pages; page += 1) {
    const words = tools
      .run('pdftotext', '-raw', '-f', String(page), '-l', String(page), path, '-')
      .output.replace(/\s+/g, ' ');
    for (const expected of [
      "L'HERMITE-DUPONT JEANNE",
      'née le 12/03/1957 · sexe féminin',
      'identité provisoire',
      'DÉMONSTRATION',
      'CR-2026-000123 · version 1',
      sampleReport().stateHash,
      `Page ${page} / ${pages}`,
    ])
      assert.ok(words.includes(expected), `page ${page}: ${expected}`);
  }
});

test('a correction, a derogation, a staff and an ordinary server say what they are', async () => {
  const facts: Partial<ReportFacts> = {
    version: 2,
    replaces: { documentNumber: 'CR-2026-000007', reason: 'Erreur de latéralité' },
    derogation: 'Imagerie attendue',
    demonstration: false,
    board: { name: 'Staff du mardi', organisation: 'CHU', kind: 'staff' },
    patient: { ...sampleReport().facts.patient, identityStatus: 'QUAL', sex: 'I', usedGivenName: 'ALIX' },
    fields: { decision: '', completeFile: 'no', guideline: '', clinicalTrial: '', followUp: '' },
    participants: [],
  };
  const words = tools.wordsOf(await renderReport(sampleReport(facts, { proposal: content(paragraph()) })));
  for (const expected of [
    'Annule et remplace le compte-rendu CR-2026-000007',
    'Erreur de latéralité',
    'Figé incomplet, par dérogation',
    'Imagerie attendue',
    'Compte-rendu de réunion de staff',
    'Proposition du staff Décision : Non renseigné Non renseigné',
    'identité qualifiée',
    'ALIX',
    'né(e) le',
    'Aucune présence enregistrée.',
    'Dossier complet pour décider Non',
  ])
    assert.ok(words.includes(expected), expected);
  for (const absent of ['DÉMONSTRATION', 'démonstration', 'RCP', 'provisoire'])
    assert.not.ok(words.includes(absent), absent);
});

// PDF-2
test('the same report gives the same bytes, twice and in another process with another home, place and clock', async () => {
  const first = await renderReport(sampleReport());
  assert.is(hashOf(await renderReport(sampleReport())), hashOf(first));
  const script = `
    import { createHash } from 'node:crypto';
    const { renderReport } = await import(${JSON.stringify(new URL('../src/reports/render/render-report.ts', import.meta.url).href)});
    const { sampleReport } = await import(${JSON.stringify(new URL('./pdf-sample.ts', import.meta.url).href)});
    process.stdout.write(createHash('sha256').update(await renderReport(sampleReport())).digest('hex'));`;
  const other = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    encoding: 'utf8',
    cwd: tools.folder,
    env: { PATH: process.env.PATH, HOME: tools.folder, TZ: 'Asia/Tokyo', LANG: 'C' },
  });
  assert.is(other.stdout, hashOf(first), other.stderr);
});

test('one more letter gives other bytes', async () => {
  const other = sampleReport({}, { question: content(paragraph('Indication ?')) });
  assert.is.not(hashOf(await renderReport(other)), hashOf(await renderReport(sampleReport())));
});

// PDF-5
test('characters that fonts get wrong are on paper, in plain, bold and italic', async () => {
  const signs = '≥ ≤ ≈ ± × − µ α β ½ ⁹ ₂ œ Œ « » ’ é Ç ÿ € … — 1\u202f000\u00a0mg';
  const words = tools.wordsOf(
    await renderReport(
      withSummary(
        paragraph(signs),
        paragraph(text(signs, 1)),
        paragraph(text(signs, 2)),
        paragraph(text(signs, 3)),
        heading('h1', signs),
      ),
    ),
  );
  // Readers rebuild spaces from the gaps they see, and see no gap in a narrow one.
  assert.is(words.replaceAll(' ', '').split(signs.replace(/\s+/g, '')).length - 1, 5);
});

test('whatever people paste is on paper, at least as a mark', async () => {
  const odd =
    'cjk 漢 nul \u0000 esc \u001b lone \ud800 bidi \u202e\u2066 bom \ufeff private \ue000 tag \u{e0041} famille 👨\u200d👩 arabe مرحبا zalgo Z\u0351\u0348 ⚠\ufe0f';
  const blocks = [0, 1, 2, 3].map((format) => paragraph(text(odd, format)));
  const words = tools.wordsOf(
    await renderReport(
      sampleReport(
        { derogation: odd },
        {
          summary: content(...blocks),
          proposal: content(list('bullet', item(odd)), table([headerCell(odd)], [cell(odd)]), quote(odd)),
        },
      ),
    ),
  );
  for (const mark of ['6F22', '0000', '001B', 'D800', '202E', '2066', 'FEFF', 'E000', 'E0041', '200D']) {
    assert.ok(words.split(`⟨U+${mark}⟩`).length - 1 >= 9, mark);
  }
});

test('characters from all over the tables never stop a report', async () => {
  const ranges = [
    [0x20, 0x2fff],
    [0xa000, 0xa0ff],
    [0xd7f0, 0xe010],
    [0xf900, 0xfa00],
    [0xfb00, 0xffff],
    [0x1f300, 0x1f64f],
  ] as const;
  const runs = ranges.flatMap(([from, to]) =>
    Array.from({ length: Math.ceil((to - from + 1) / 500) }, (_, index) =>
      String.fromCodePoint(
        ...Array.from(
          { length: Math.min(500, to - from + 1 - index * 500) },
          (__, offset) => from + index * 500 + offset,
        ),
      ),
    ),
  );
  const pdf = await renderReport(withSummary(...runs.map((run, index) => paragraph(text(run, index % 4)))));
  assert.ok(tools.pagesOf(pdf) > 5);
});

test('markup in what people write prints as typed', async () => {
  const typed =
    '#set text(red) *gras* $x^2$ _i_ `code` \\ @ref <label> // remarque /* x */ [lien](http://x) = titre #panic() #read("/etc/passwd")';
  const report = sampleReport(
    { derogation: typed, establishment: typed },
    { summary: content(paragraph(typed), heading('h2', typed), table([cell(typed)])) },
  );
  const words = tools.wordsOf(await renderReport(report));
  assert.is(words.replaceAll(' ', '').split(typed.replaceAll(' ', '')).length - 1, 5);
});

test('endless words, deep lists, wide, ragged and long tables stay on the page', async () => {
  let deep = item('z'.repeat(300));
  for (let level = 0; level < 12; level += 1) deep = item(list('bullet', item(`niveau ${level}`), deep));
  const row = (count: number, make: (index: number) => ReturnType<typeof cell>) =>
    Array.from({ length: count }, (_, index) => make(index));
  const blocks = [
    paragraph('x'.repeat(10_000)),
    paragraph('\u00a0'.repeat(500), 'fin'),
    heading('h1', 'T'.repeat(400)),
    quote('q'.repeat(500)),
    paragraph(link(`https://exemple.fr/${'a'.repeat(5000)}`, 'un lien sans fin')),
    list('bullet', deep),
    ...[2, 8, 25, 60].map((count) =>
      table(
        row(count, (index) => headerCell(`Colonne ${index}`)),
        row(count, () => cell('immunohistochimie')),
        row(count, () => cell('c'.repeat(60))),
      ),
    ),
    table(
      [headerCell('A', { colSpan: 2 }), headerCell('B', { rowSpan: 3 })],
      [cell('1')],
      [cell('mot '.repeat(3000), { rowSpan: 9, colSpan: 9 })],
      [],
    ),
    table([headerCell('h'.repeat(6000))], [cell('sous un en-tête immense')]),
  ];
  const pdf = await renderReport(sampleReport({}, { summary: content(...blocks), proposal: content(...blocks) }));
  assertOnPaper(pdf);
  const words = tools.wordsOf(pdf).replaceAll(' ', '');
  assert.ok((words.match(/x/g) ?? []).length >= 20_000, 'the endless word is whole, in both places');
  for (const expected of ['niveau11', 'sousunen-têteimmense']) assert.ok(words.includes(expected), expected);
});

test('the longest names a patient may have stay in the banner', async () => {
  const patient = { ...sampleReport().facts.patient, birthName: 'N'.repeat(100), birthGivenName: 'W'.repeat(100) };
  assertOnPaper(await renderReport(sampleReport({ patient })));
});

test('a table over several pages repeats its header', async () => {
  const rows = Array.from({ length: 150 }, (_, index) => [
    cell('12/03/2026'),
    cell(`Examen numéro ${index}`),
    cell('Stable'),
  ]);
  const pdf = await renderReport(
    withSummary(table([headerCell('Date'), headerCell('Nature de l’examen'), headerCell('Conclusion')], ...rows)),
  );
  const words = tools.wordsOf(pdf);
  assert.ok(words.split('Nature de l’examen').length - 1 >= 4);
  assertInOrder(
    words,
    Array.from({ length: 150 }, (_, index) => `Examen numéro ${index} Stable`),
  );
});

test('two hundred pages are written to the last line', async () => {
  const count = 4400;
  const sentence = (index: number) =>
    `Paragraphe ${index} : évolution favorable sous traitement, réponse partielle selon RECIST 1.1 et bonne tolérance clinique.`;
  const pdf = await renderReport(
    withSummary(...Array.from({ length: count }, (_, index) => paragraph(sentence(index)))),
  );
  assert.ok(tools.pagesOf(pdf) >= 200, `${tools.pagesOf(pdf)} pages`);
  const words = tools.wordsOf(pdf);
  for (const index of [0, 1234, count - 1]) assert.ok(words.includes(`Paragraphe ${index} :`));
  assert.ok(words.includes('Décision : Traitement'));
});

test('the file is a tagged PDF/A-3a in French, sound, with its own fonts only', async () => {
  const path = tools.keep(await renderReport(sampleReport()));
  assert.is(tools.run('qpdf', '--check', path).status, 0);
  const information = tools.run('pdfinfo', path).output;
  assert.match(information, /Tagged:\s+yes/);
  assert.match(information, /CreationDate:\s+Mon Nov 16 15:12:41 2026 UTC/);
  const metadata = tools.run('pdfinfo', '-meta', path).output;
  assert.match(metadata, /pdfaid:part>3</);
  assert.match(metadata, /pdfaid:conformance>A</);
  assert.match(tools.run('qpdf', '--json', path).output, /"\/Lang": "u:fr-FR"/);
  const fonts = tools
    .run('pdffonts', path)
    .output.split('\n')
    .slice(2)
    .filter((line) => line.trim() !== '');
  assert.ok(fonts.length > 0);
  for (const font of fonts) assert.match(font, /\+(SourceSans3|DejaVuSans).* yes +yes +yes/);
});

test('the drawn page shows what the text says: letters do not vanish', () => {
  // A subset font may keep the text and lose the drawing: the darkness of a line of letters tells.
  const page = (words: string) => withSummary(heading('h1', words));
  const ink = async (words: string) => {
    const path = tools.keep(await renderReport(page(words)));
    const bytes = spawnSync('pdftoppm', ['-r', '60', '-gray', '-f', '1', '-l', '1', path], {
      maxBuffer: 1 << 28,
    }).stdout;
    return bytes.subarray(-496 * 702).reduce((dark, value) => dark + (255 - value), 0);
  };
  return Promise.all([ink('LŒUVRE-NAÏM Éloïse LŒUVRE-NAÏM Éloïse'), ink('-')]).then(([letters, dash]) =>
    assert.ok(letters - dash > 20_000, `${letters - dash}`),
  );
});

// PDF-3
test('content that cannot be printed stops the rendering, by its name', async () => {
  const report = withSummary({ type: 'image', version: 1 });
  try {
    await renderReport(report);
    assert.unreachable();
  } catch (error) {
    assert.instance(error, UnprintableContent);
  }
});

test.run();
