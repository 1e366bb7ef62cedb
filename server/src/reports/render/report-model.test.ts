import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { UnprintableContent } from './failures.ts';
import { fontCoverage } from './font-coverage.ts';
import type { Block, Inline } from './model.ts';
import { reportModel, written } from './report-model.ts';
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
} from '../../../test/support/lexical-nodes.ts';

const model = (...blocks: Parameters<typeof content>) => reportModel(content(...blocks), fontCoverage());
const refused = (blocks: Parameters<typeof content>, reason: RegExp) =>
  assert.throws(
    () => model(...blocks),
    (error: Error) => error instanceof UnprintableContent && reason.test(error.message),
  );

function wordsOf(nodes: (Block | Inline)[]): string {
  return nodes
    .map((node) => {
      if (node.kind === 'text') return node.pieces.join('');
      if (node.kind === 'list') return node.items.map(({ blocks }) => wordsOf(blocks)).join('|');
      if (node.kind === 'table') return node.cells.map(({ blocks }) => wordsOf(blocks)).join('|');
      return 'children' in node ? wordsOf(node.children) : '';
    })
    .join('');
}

// PDF-3
test('an unknown node, at any depth, is refused and named', () => {
  refused([{ type: 'image', version: 1 }], /image/);
  refused([paragraph({ type: 'mention', version: 1, text: 'x' })], /mention/);
  refused([list('bullet', item({ type: 'equation', version: 1 }))], /equation/);
  refused([table([cell([{ type: 'iframe', version: 1 }])])], /iframe/);
  refused([{ type: 'list', version: 1, listType: 'bullet', children: [paragraph('x')] }], /paragraph in a list/);
});

test('an unknown text format is refused', () => {
  refused([paragraph(text('MAJUSCULES', 512))], /format 512/);
  refused([paragraph(text('x', 1 << 20))], /format/);
});

test('an address that is not safe is refused', () => {
  for (const url of ['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x', '/relatif', ''])
    refused([paragraph(link(url, 'ici'))], /address/);
});

test('no refusal repeats the words of a report', () => {
  assert.throws(
    () => model(paragraph(text('Mme SECRET', 512))),
    (error: Error) => !error.message.includes('SECRET'),
  );
});

test('formats are kept, bit by bit', () => {
  const [block] = model(
    paragraph(
      text('a', 1),
      text('b', 2),
      text('c', 8),
      text('d', 4),
      text('e', 32),
      text('f', 64),
      text('g', 128),
      text('h', 16),
    ),
  );
  assert.ok(block?.kind === 'paragraph');
  const shapes = block.children.map((node) =>
    node.kind === 'text' ? [node.bold, node.italic, node.underline, node.strike, node.script, node.highlight] : [],
  );
  assert.equal(shapes, [
    [true, false, false, false, null, false],
    [false, true, false, false, null, false],
    [false, false, true, false, null, false],
    [false, false, false, true, null, false],
    [false, false, false, false, 'sub', false],
    [false, false, false, false, 'super', false],
    [false, false, false, false, null, true],
    [false, false, false, false, null, false],
  ]);
});

test('a nested list continues the item before it; too deep a list keeps its words', () => {
  const [block] = model(list('bullet', item('un'), item(list('number', item('un point un'))), item('deux')));
  assert.ok(block?.kind === 'list');
  assert.is(block.items.length, 2);
  assert.is(block.items[0]?.blocks.at(-1)?.kind, 'list');
  let deep = item('fond');
  for (let level = 0; level < 60; level += 1) deep = item(list('bullet', item(`niveau ${level}`), deep));
  const words = wordsOf(model(list('bullet', deep)));
  for (const expected of ['niveau 0', 'niveau 59', 'fond']) assert.ok(words.includes(expected), expected);
});

test('numbered lists keep their numbers, check lists their boxes', () => {
  const [numbered] = model({ ...list('number', item('a'), item('b')), start: 3 });
  assert.equal(numbered?.kind === 'list' && numbered.items.map(({ mark }) => mark), ['3.', '4.']);
  const [checks] = model(list('check', { ...item('a'), checked: true }, item('b')));
  assert.equal(checks?.kind === 'list' && checks.items.map(({ mark }) => mark), ['☑', '☐']);
});

test('tables in tables in tables keep their words', () => {
  const inner = table([cell([table([cell([table([cell('profond')])])])])]);
  assert.ok(wordsOf(model(inner)).includes('profond'));
});

test('a header of a whole page does not repeat', () => {
  const [long] = model(table([headerCell('h'.repeat(5000))], [cell('x')]));
  assert.is(long?.kind === 'table' && long.headerRows, 0);
  const [short] = model(table([headerCell('Date')], [cell('x')]));
  assert.is(short?.kind === 'table' && short.headerRows, 1);
});

test('a link shows its address, unless its words are the address', () => {
  const shown = (url: string, words: string) => {
    const [block] = model(paragraph(link(url, words)));
    const [node] = block?.kind === 'paragraph' ? block.children : [];
    return node?.kind === 'link' ? (node.shown?.join('') ?? null) : undefined;
  };
  assert.is(shown('https://exemple.fr/a', 'ici'), 'https://exemple.fr/a');
  assert.is(shown('https://exemple.fr/', 'exemple.fr'), null);
  assert.is(shown('mailto:a@exemple.fr', 'a@exemple.fr'), null);
});

test('a section where nobody wrote is none', () => {
  assert.equal(written(model(paragraph(), paragraph(' \u00a0'), table([cell(''), cell('')]))), []);
  assert.is(written(model(heading('h1', 'x'), quote(''))).length, 2);
});

test.run();
