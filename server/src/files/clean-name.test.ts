import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { cleanName, extensionOf } from './clean-name.ts';

test('a path is never part of a name', () => {
  assert.is(cleanName('/etc/passwd'), 'passwd');
  assert.is(cleanName('C:\\Users\\a\\scanner.pdf'), 'scanner.pdf');
  assert.is(cleanName('../../../x.png'), 'x.png');
  assert.is(cleanName('..\\..'), 'document');
});

test('what cannot be seen, or turns the text around, is removed', () => {
  assert.is(cleanName('compte\u202Efdp.exe'), 'comptefdp.exe', 'a right-to-left override hides the real extension');
  assert.is(cleanName('irm\u200B\u200D\uFEFF.tiff'), 'irm.tiff');
  assert.is(cleanName('a\u0000b\r\nc\t.txt'), 'abc.txt');
  assert.is(cleanName('a\uD800b.txt'), 'ab.txt', 'half a character');
  assert.is(cleanName('a\u2028\u3164b.txt'), 'ab.txt');
});

test('equal names are equal: one form of accents, one kind of space', () => {
  assert.is(cleanName('re\u0301sume\u0301.pdf'), 'résumé.pdf');
  assert.is(cleanName('  IRM\u00A0 du   foie .pdf. '), 'IRM du foie.pdf');
  for (const empty of ['', ' ', '...', '\u200B', '/']) assert.is(cleanName(empty), 'document');
});

test('a long name is cut between characters, and keeps its extension', () => {
  const long = cleanName(`${'é'.repeat(300)}.docx`);
  assert.is(Buffer.byteLength(long), 255);
  assert.match(long, /^é+\.docx$/);
  const family = cleanName(`${'👩🏽‍⚕️'.repeat(60)}.png`);
  assert.ok(Buffer.byteLength(family) <= 255);
  assert.not.match(family, /\uFFFD/);
  assert.is(cleanName('a'.repeat(255)).length, 255);
});

test('the extension is what follows the last dot, when it looks like one', () => {
  assert.is(extensionOf('a.PDF'), 'pdf');
  assert.is(extensionOf('a.tar.gz'), 'gz');
  for (const none of ['scanner', 'IRM du 12. mars', '.', 'a.']) assert.is(extensionOf(none), null);
});

test.run();
