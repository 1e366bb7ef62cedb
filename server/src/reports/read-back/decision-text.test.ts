import { reportFields, reportSections } from '@concertation/shared/documents';
import type { SerializedEditorState } from 'lexical';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { content, type Json, paragraph, text } from '../../../test/support/lexical-nodes.ts';
import type { Draft } from '../freeze/draft.ts';
import { decisionHash, decisionText } from './decision-text.ts';

function draft(...paragraphs: Json[]): Draft {
  const empty = content(paragraph());
  const sections = Object.fromEntries(reportSections.map((section) => [section, empty])) as Draft['sections'];
  const fields = Object.fromEntries(reportFields.map((field) => [field, ''])) as Draft['fields'];
  return { sections: { ...sections, proposal: content(...paragraphs) as SerializedEditorState }, fields };
}
const hashOf = (...paragraphs: Json[]): string => decisionHash(decisionText(draft(...paragraphs)));

// RBK-1
test('what is struck out, in exponent or in index is read as such, and is other words', () => {
  const said = decisionText(draft(paragraph(text('Chimiothérapie', 4), text(' puis chirurgie, 10'), text('9', 64))));
  assert.equal(said.lines, [
    [
      { text: 'Chimiothérapie', marks: ['strike'] },
      { text: ' puis chirurgie, 10', marks: [] },
      { text: '9', marks: ['super'] },
    ],
  ]);
  const plain = hashOf(paragraph(text('Chimiothérapie')));
  for (const mark of [4, 32, 64]) assert.is.not(hashOf(paragraph(text('Chimiothérapie', mark))), plain);
});

test('bold, blanks at an end of line and empty lines are not other words', () => {
  const plain = hashOf(paragraph(text('Chirurgie première')), paragraph(text('à six semaines')));
  assert.is(
    hashOf(paragraph(text('Chirurgie', 1), text(' première  ')), paragraph(), paragraph(text('à six semaines'))),
    plain,
  );
  assert.is.not(hashOf(paragraph(text('Chirurgie première à six semaines'))), plain);
});

test.run();
