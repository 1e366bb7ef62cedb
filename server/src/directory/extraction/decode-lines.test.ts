import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { decodeLines } from './decode-lines.ts';
import { ExtractionRefused } from './refused.ts';

async function* inChunks(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(bytes: Buffer, size = 7): Promise<(string | null)[]> {
  const all: (string | null)[] = [];
  for await (const { first, lines } of decodeLines(inChunks(bytes, size))) {
    assert.is(first, all.length + 1, 'lines are numbered from 1, without a gap');
    all.push(...lines);
  }
  return all;
}

const accented = 'Libellé|Prénom\nHélène|Œuvray\nÉloïse|d’Été\n';
const western = (text: string) =>
  Buffer.from(Array.from(text, (letter) => (letter === 'Œ' ? 0x8c : letter === '’' ? 0x92 : letter.charCodeAt(0))));
const expected = accented.trimEnd().split('\n');

test('UTF-8 is read wherever the chunks are cut, with its mark or without', async () => {
  for (const size of [1, 2, 3, 7, 1000]) {
    assert.equal(await read(Buffer.from(accented), size), expected);
    assert.equal(await read(Buffer.from(`\u{feff}${accented}`), Math.max(3, size)), expected);
  }
});

test('Windows-1252 is told by the first accented line, and its own letters are read', async () => {
  for (const size of [1, 7, 1000]) assert.equal(await read(western(accented), size), expected);
  assert.equal(await read(western('Nom\nABC\nHélène\n'), 1000), ['Nom', 'ABC', 'Hélène'], 'after a plain header');
});

test('lines end as on Windows or not, the last one with or without an end', async () => {
  assert.equal(await read(Buffer.from('é\r\nb\r\nc')), ['é', 'b', 'c']);
  assert.equal(await read(Buffer.from('é\nb\n\nc\n')), ['é', 'b', '', 'c']);
  assert.equal(await read(Buffer.alloc(0)), []);
});

test('a line that is not in the encoding of the file is told apart, and the others are read', async () => {
  const mixed = Buffer.concat([Buffer.from('Libellé\nb\n'), western('Hélène\r\n'), Buffer.from('Zoé\r\n')]);
  assert.equal(await read(mixed, 1000), ['Libellé', 'b', null, 'Zoé']);
});

test('what has no lines is refused before it fills the memory', async () => {
  await read(Buffer.alloc(10 * 1024 * 1024, 0x61), 64 * 1024).then(
    () => assert.unreachable(),
    (error: unknown) => assert.instance(error, ExtractionRefused),
  );
});

test.run();
