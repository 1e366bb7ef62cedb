import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { breakablePieces, drawableText } from './drawable-text.ts';
import { fontCoverage } from './font-coverage.ts';
import { faces } from './fonts.ts';

const regular = (text: string) => drawableText(text, fontCoverage().regular);

test('the French of a report is drawn as it is, in every face', () => {
  const signs = 'éèêëàâîïôùûüçœŒæÆ « » ’ “ ” – — … ≥ ≤ ≈ ± × − µ α β ½ ⁹ ₂ € ° \u00a0\u202f';
  for (const face of faces) assert.is(drawableText(signs, fontCoverage()[face]), signs);
});

test('the mark that stands for another character can itself be drawn, in every face', () => {
  for (const face of faces)
    assert.is(drawableText('⟨U+0123456789ABCDEF⟩', fontCoverage()[face]), '⟨U+0123456789ABCDEF⟩');
});

test('decomposed letters are composed', () => {
  assert.is(regular('e\u0301'), 'é');
});

test('nothing is dropped: what cannot be drawn leaves a visible mark', () => {
  assert.is(regular('漢字'), '⟨U+6F22⟩⟨U+5B57⟩');
  assert.is(regular('a\u0000b\u001bc\u007fd\u0085e'), 'a⟨U+0000⟩b⟨U+001B⟩c⟨U+007F⟩d⟨U+0085⟩e');
  assert.is(regular('x\ud800y\udc00'), 'x⟨U+D800⟩y⟨U+DC00⟩');
  assert.is(regular('10\u202e52'), '10⟨U+202E⟩52', 'a dose must not read backwards');
  assert.is(regular('\u2066\u200f\ufeff\ue000\u{e0041}'), '⟨U+2066⟩⟨U+200F⟩⟨U+FEFF⟩⟨U+E000⟩⟨U+E0041⟩');
});

test('a face that lacks a character marks it, though another face draws it', () => {
  assert.is(regular('م'), 'م');
  assert.is(drawableText('م', fontCoverage().italic), '⟨U+0645⟩');
});

test('a choice of drawing after a character that is drawn is kept', () => {
  assert.is(regular('⚠\ufe0f'), '⚠\ufe0f');
  assert.is(regular('\ufe0f'), '⟨U+FE0F⟩');
});

test('a long run can break, and its pieces are the text', () => {
  const long = 'x'.repeat(10_000);
  const pieces = breakablePieces(`avant ${long} après`, 30);
  assert.is(pieces.join(''), `avant ${long} après`);
  assert.ok(pieces.length >= 1000);
  assert.ok(pieces.slice(1, -1).every((piece) => piece.length <= 10));
});

test('a break never parts a character from its marks, nor the halves of a character', () => {
  const pieces = breakablePieces('😀'.repeat(40) + 'e\u0303'.repeat(40), 30);
  assert.is(pieces.join(''), '😀'.repeat(40) + 'e\u0303'.repeat(40));
  for (const piece of pieces) assert.not.match(piece, /^(\p{Cs}|\p{M})/u);
});

test('no-break spaces do not make a run endless', () => {
  assert.ok(breakablePieces('\u00a0'.repeat(500), 30).length > 10);
});

test('ordinary words stay whole, also in a column where only hyphenation can cut them', () => {
  assert.equal(breakablePieces('immunohistochimie', 12), ['immunohistochimie']);
  assert.ok(breakablePieces('immunohistochimie', 4).length > 1, 'but not in a column of four letters');
  assert.ok(breakablePieces('W'.repeat(29), 12).length > 1);
});

test.run();
