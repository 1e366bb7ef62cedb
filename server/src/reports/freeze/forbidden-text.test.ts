import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { forbiddenCharacter } from './forbidden-text.ts';

// FRZ-5
test('what paper would not show as it is is named', () => {
  const cases: [string, string][] = [
    ['dose \u202E01\u202C mg', 'U+202E'],
    ['\u2066isolé\u2069', 'U+2066'],
    ['coupé \uD83D', 'U+D83D'],
    ['coupé \uDE00', 'U+DE00'],
    ['nul \u0000', 'U+0000'],
    ['échappement \u001B[31m', 'U+001B'],
    ['C1 \u0085', 'U+0085'],
    ['non caractère \uFFFE', 'U+FFFE'],
  ];
  for (const [text, expected] of cases) assert.is(forbiddenCharacter(text), expected);
});

test('what people write and paste is not refused', () => {
  const texts = [
    'Éloïse LŒUVRE-NAÏM, « 5 ≤ x ≥ 4 » ± 2 µg — ½ ⁹ ₂ ’',
    'insécables\u00A0fines\u202F, césure\u00ADcachée, largeur\u200Bnulle',
    'lignes\r\nsuivantes\tet tabulation\u000Bde Word',
    '👩‍⚕️ 🇫🇷 𝒜 العربية עברית 漢字',
    'marque de gauche\u200E et de droite\u200F',
  ];
  for (const text of texts) assert.is(forbiddenCharacter(text), null, text);
});

test.run();
