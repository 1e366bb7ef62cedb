import { isAscii, isUtf8 } from 'node:buffer';
import { ExtractionRefused } from './refused.ts';

/** Lines in a row, the first of which has the number `first` (the header is 1). Null: its bytes are not in the file's encoding. */
export type Lines = { first: number; lines: (string | null)[] };

const longestLine = 64 * 1024;
const newline = 0x0a;
const western = new TextDecoder('windows-1252');

type Encoding = 'utf-8' | 'windows-1252';

const without = (text: string, mark: string) => (text.endsWith(mark) ? text.slice(0, -mark.length) : text);

function* linesOf(block: Buffer): Generator<Buffer> {
  for (let from = 0; from < block.length;) {
    const end = block.indexOf(newline, from);
    const to = end < 0 ? block.length : end;
    yield block.subarray(from, to);
    from = to + 1;
  }
}

/** Decided by the first line that is more than ASCII, which the header of a real file is: « Libellé » tells. */
function detect(block: Buffer): Encoding | null {
  if (isAscii(block)) return null;
  for (const line of linesOf(block)) if (!isAscii(line)) return isUtf8(line) ? 'utf-8' : 'windows-1252';
  return null;
}

function decode(block: Buffer, encoding: Encoding | null): (string | null)[] {
  const split = (text: string) => without(without(text, '\n'), '\r').split(/\r?\n/);
  if (encoding === null) return split(block.toString('latin1'));
  if (encoding === 'windows-1252') return split(western.decode(block));
  if (isUtf8(block)) return split(block.toString('utf8'));
  return [...linesOf(block)].map((line) => (isUtf8(line) ? without(line.toString('utf8'), '\r') : null));
}

/**
 * The lines of a text in UTF-8 (with or without its mark) or Windows-1252, a block at a time: never more than a chunk
 * and a line in memory. Throws ExtractionRefused at a line longer than 64 KiB: it is no directory.
 */
export async function* decodeLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<Lines> {
  let rest: Buffer = Buffer.alloc(0);
  let first = 1;
  let encoding: Encoding | null = null;
  let begun = false;

  function take(block: Buffer): Lines {
    const marked = !begun && block.length >= 3 && block.readUIntBE(0, 3) === 0xefbbbf;
    begun = true;
    if (marked) encoding = 'utf-8';
    const text = marked ? block.subarray(3) : block;
    encoding ??= detect(text);
    const lines = decode(text, encoding);
    const taken = { first, lines };
    first += lines.length;
    return taken;
  }

  for await (const chunk of chunks) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    const end = bytes.lastIndexOf(newline) + 1;
    rest = bytes.subarray(end);
    if (rest.length > longestLine)
      throw new ExtractionRefused('Ce fichier n’est pas un texte en lignes : une ligne dépasse 64 Kio.');
    if (end > 0) yield take(bytes.subarray(0, end));
  }
  if (rest.length > 0) yield take(rest);
}
