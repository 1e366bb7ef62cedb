import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { sentenceChanges, sentencesOf } from './sentence-changes.ts';

test('a text is cut in sentences, and lines end one', () => {
  assert.equal(sentencesOf('Scanner du 3 mars. Pas de lésion !\nIRM prévue\n\n'), [
    'Scanner du 3 mars.',
    'Pas de lésion !',
    'IRM prévue',
  ]);
  assert.equal(sentencesOf(''), []);
});

test('what came and what went is shown in reading order, what stayed is not', () => {
  const before = 'Douleurs abdominales. Scanner à faire. Pas d’allergie.';
  const after = 'Douleurs abdominales. Scanner du 3 mars : métastase unique. Pas d’allergie. Marche seule.';
  assert.equal(sentenceChanges(before, after), [
    { change: 'removed', text: 'Scanner à faire.' },
    { change: 'added', text: 'Scanner du 3 mars : métastase unique.' },
    { change: 'added', text: 'Marche seule.' },
  ]);
});

test('white space alone is no change', () => {
  assert.equal(sentenceChanges('Un.  Deux.', 'Un.\nDeux.\n'), []);
});

test.run();
