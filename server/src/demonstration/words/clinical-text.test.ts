import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as Y from 'yjs';
import { readSection, seedState, sectionPlainText, writeSection } from '../../documents/index.ts';
import { clinicalText } from './clinical-text.ts';

const written = clinicalText(`
  ## Anamnèse
  Un **mot** et *un autre*.
  - premier
  - second
  1. d’abord
  2. ensuite
  | Date | Examen |
  | 12/03 | TDM |
  Fin.
`);

test('each kind of line becomes its kind of block', () => {
  assert.equal(
    written.root.children.map(({ type }) => type),
    ['heading', 'paragraph', 'list', 'list', 'table', 'paragraph'],
  );
});

test('a document takes it as it is', () => {
  const document = new Y.Doc();
  Y.applyUpdate(document, seedState('case'));
  writeSection(document, 'history', written);
  const read = readSection(Y.encodeStateAsUpdate(document), 'history');
  assert.is(
    sectionPlainText(read),
    'Anamnèse\nUn mot et un autre.\npremier\nsecond\nd’abord\nensuite\nDate\tExamen\n12/03\tTDM\nFin.',
  );
});

test.run();
