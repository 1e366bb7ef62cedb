import { reportSections, sectionNames, sectionText } from '@concertation/shared/documents';
import { documentKinds } from '@concertation/shared/domain';
import { $createParagraphNode, $createTextNode, $getRoot } from 'lexical';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as Y from 'yjs';
import { content, element, type Json, paragraph, text } from '../../../test/support/lexical-nodes.ts';
import { canonicalJson } from '../../lib/index.ts';
import { sectionCharacters } from '../provenance/section-characters.ts';
import { readSection } from './read-section.ts';
import { openSection } from './section-editor.ts';
import { emptySection, sectionPlainText } from './section-text.ts';
import { seedState } from './seed-state.ts';
import { writeSection } from './write-section.ts';

const item = (value: number, ...children: Json[]): Json => element('listitem', children, { value });
const bullets = (...children: Json[]): Json => element('list', children, { listType: 'bullet', start: 1, tag: 'ul' });
const cell = (words: string, headerState = 0): Json =>
  element('tablecell', [paragraph(text(words))], { headerState, colSpan: 1, rowSpan: 1, backgroundColor: null });
const row = (...children: Json[]): Json => element('tablerow', children);

const everything = content(
  element('heading', [text('Anamnèse')], { tag: 'h2' }),
  paragraph(
    text('gras ', 1),
    text('italique ', 2),
    text('souligné ', 8),
    text('les trois', 11),
    { type: 'linebreak', version: 1 },
    text('½ dose'),
    { type: 'tab', version: 1, text: '\t', format: 0, detail: 2, mode: 'normal', style: '' },
    text('fin'),
  ),
  bullets(item(1, text('un')), item(2, bullets({ ...item(1, text('un point un')), indent: 1 }))),
  element('list', [item(3, text('trois'))], { listType: 'number', start: 3, tag: 'ol' }),
  element('quote', [text('« cité »')]),
  paragraph(
    text('voir '),
    element('link', [text('le référentiel')], {
      url: 'https://exemple.fr/a?b=1#c',
      rel: null,
      target: null,
      title: null,
    }),
  ),
  element('table', [row(cell('Date', 1), cell('Examen', 1)), row(cell('12/03'), cell('TDM'))], {
    colWidths: [80, 120],
  }),
);

/** Reading adds defaults; this keeps what was asked for. */
function covers(actual: unknown, wanted: unknown, path = 'root'): void {
  if (Array.isArray(wanted)) {
    assert.is((actual as unknown[]).length, wanted.length, `${path}.length`);
    wanted.forEach((value, index) => covers((actual as unknown[])[index], value, `${path}[${index}]`));
  } else if (wanted !== null && typeof wanted === 'object') {
    for (const [key, value] of Object.entries(wanted)) covers((actual as Json)[key], value, `${path}.${key}`);
  } else assert.is(actual ?? null, wanted, path);
}

function seeded(): Y.Doc {
  const document = new Y.Doc();
  Y.applyUpdate(document, seedState('report'));
  return document;
}

test('a seed is the same bytes every time, in every process, and nobody can change the kept copy', () => {
  for (const kind of documentKinds) {
    const first = seedState(kind);
    first.fill(0);
    assert.equal(seedState(kind), seedState(kind));
    const again = new Y.Doc();
    Y.applyUpdate(again, seedState(kind));
    assert.equal(Y.encodeStateAsUpdate(again), seedState(kind));
    for (const section of sectionNames(kind)) {
      const read = readSection(seedState(kind), section);
      assert.is(read.root.children.length, 1);
      assert.is(read.root.children[0]?.type, 'paragraph');
      assert.ok(emptySection(read));
    }
  }
});

test('two seedings merge into one', () => {
  const document = seeded();
  writeSection(document, 'proposal', content(paragraph(text('Chimiothérapie'))));
  Y.applyUpdate(document, seedState('report'));
  const other = new Y.Doc();
  Y.applyUpdate(other, seedState('report'));
  Y.applyUpdate(other, Y.encodeStateAsUpdate(document));
  assert.is(sectionPlainText(readSection(Y.encodeStateAsUpdate(other), 'proposal')), 'Chimiothérapie');
  assert.is(readSection(Y.encodeStateAsUpdate(other), 'question').root.children.length, 1);
});

test('every kind of node comes back as it was written', () => {
  const document = seeded();
  writeSection(document, 'summary', everything);
  const state = Y.encodeStateAsUpdate(document);
  covers(readSection(state, 'summary'), everything);
  assert.ok(emptySection(readSection(state, 'question')), 'the other sections are untouched');
});

test('reading is deterministic, whatever order the updates came in', () => {
  const first = seeded();
  const second = seeded();
  writeSection(first, 'summary', everything);
  writeSection(second, 'proposal', everything);
  const [a, b] = [Y.encodeStateAsUpdate(first), Y.encodeStateAsUpdate(second)];
  const forward = Y.mergeUpdates([a, b]);
  const backward = Y.mergeUpdates([b, a]);
  for (const section of reportSections)
    assert.is(canonicalJson(readSection(forward, section)), canonicalJson(readSection(backward, section)));
});

test('writing replaces, in one transaction, without leaving an observer or a binding behind', () => {
  const document = seeded();
  writeSection(document, 'summary', everything);
  let transactions = 0;
  document.on('afterTransaction', () => (transactions += 1));
  const shared = sectionText(document, 'summary');
  const cached = () => (shared as unknown as { _collabNode?: unknown })._collabNode;
  writeSection(document, 'summary', content(paragraph(text('court'))));
  assert.is(transactions, 1);
  assert.is(cached(), undefined);
  assert.is((shared as unknown as { _dEH: { l: unknown[] } })._dEH.l.length, 0);
  assert.is(sectionPlainText(readSection(Y.encodeStateAsUpdate(document), 'summary')), 'court');
});

test('an editor bound to the document before the write still writes after it', () => {
  const document = seeded();
  const bound = openSection(document, 'summary');
  const shared = sectionText(document, 'summary');
  const cachedBefore = (shared as unknown as { _collabNode?: unknown })._collabNode;
  writeSection(document, 'proposal', content(paragraph(text('ailleurs'))));
  assert.is((shared as unknown as { _collabNode?: unknown })._collabNode, cachedBefore);
  bound.change(() => $getRoot().append($createParagraphNode().append($createTextNode('toujours là'))));
  assert.is(sectionPlainText(readSection(Y.encodeStateAsUpdate(document), 'summary')).trim(), 'toujours là');
  assert.is(sectionPlainText(readSection(Y.encodeStateAsUpdate(document), 'proposal')), 'ailleurs');
});

test('writing works inside a transaction of the caller, and on a document that was never seeded', () => {
  const document = new Y.Doc();
  let updates = 0;
  document.on('update', () => (updates += 1));
  document.transact(() => {
    writeSection(document, 'question', content(paragraph(text('Indication ?'))));
    writeSection(document, 'summary', content(paragraph(text('Résumé'))));
  });
  assert.is(updates, 1);
  const state = Y.encodeStateAsUpdate(document);
  assert.is(sectionPlainText(readSection(state, 'question')), 'Indication ?');
  assert.is(sectionPlainText(readSection(state, 'summary')), 'Résumé');
});

test('an unknown node is refused, and the document keeps what it had', () => {
  const document = seeded();
  writeSection(document, 'summary', content(paragraph(text('avant'))));
  const before = Y.encodeStateAsUpdate(document);
  assert.throws(() => writeSection(document, 'summary', content({ type: 'image', version: 1 })), /image/);
  assert.equal(Y.encodeStateAsUpdate(document), before);
});

test('an unknown node written by somebody else makes the reading fail', () => {
  const document = seeded();
  const stranger = new Y.XmlText();
  stranger.setAttribute('__type', 'marquee');
  sectionText(document, 'summary').insertEmbed(0, stranger);
  assert.throws(() => readSection(Y.encodeStateAsUpdate(document), 'summary'), /marquee/);
});

test('a section that is not there is refused: it must never pass for an empty one', () => {
  assert.throws(() => readSection(seedState('case'), 'proposal'), /no section/);
  assert.throws(() => readSection(Y.encodeStateAsUpdate(new Y.Doc()), 'proposal'), /no section/);
});

test('plain text has a line per block, item and row', () => {
  const document = seeded();
  writeSection(document, 'summary', everything);
  const read = readSection(Y.encodeStateAsUpdate(document), 'summary');
  assert.is(
    sectionPlainText(read),
    [
      'Anamnèse',
      'gras italique souligné les trois',
      '½ dose\tfin',
      'un',
      'un point un',
      'trois',
      '« cité »',
      'voir le référentiel',
      'Date\tExamen',
      '12/03\tTDM',
    ].join('\n'),
  );
  assert.not(emptySection(read));
  assert.ok(emptySection(content(paragraph(text('  \u00a0')), element('table', [row(cell(''))]))));
});

// PDF-1, PRV-6: one erases a whole text while another types in it, and no editor was open to bring the two together.
test('words typed into a text that somebody else erased meanwhile are read, and have their author', () => {
  const first = seeded();
  writeSection(first, 'proposal', content(paragraph(text('Chirurgie.'))));
  const second = new Y.Doc();
  Y.applyUpdate(second, Y.encodeStateAsUpdate(first));
  const block = sectionText(first, 'proposal').toDelta()[0].insert as Y.XmlText;
  block.delete(0, block.length);
  const typed = sectionText(second, 'proposal').toDelta()[0].insert as Y.XmlText;
  typed.insert(typed.length - 1, ' différée');
  Y.applyUpdate(first, Y.encodeStateAsUpdate(second));

  assert.is(sectionPlainText(readSection(Y.encodeStateAsUpdate(first), 'proposal')), ' différée');
  const { text: words, ids } = sectionCharacters(first, 'proposal');
  assert.is(words, ' différée');
  assert.ok(ids.every((id) => id?.client === second.clientID));
});

test.run();
