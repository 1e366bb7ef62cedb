import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Sql } from 'postgres';
import { readHeader } from '../extraction/columns.ts';
import { decodeLines } from '../extraction/decode-lines.ts';
import type { Extraction } from '../extraction/open-extraction.ts';
import { type ExtractionLine, readLine } from '../extraction/read-line.ts';
import { ExtractionRefused } from '../extraction/refused.ts';
import { staging, stagedColumns } from './staging.ts';

/** A line that was left out: its number in the file, and why, in French. */
export type BadLine = { line: number; problem: string };
export type CopiedLines = { lines: number; badLines: number; firstBadLines: BadLine[] };
export type TellLines = (lines: number, part: number) => void;

const shownBadLines = 20;

const escape = (value: string) => (value.includes('\\') ? value.replaceAll('\\', '\\\\') : value);

/** One row of COPY: no cell holds a control character, so only the backslash is special. */
function toRow(number: number, line: ExtractionLine): string {
  const cells = [
    line.nationalId,
    line.rpps ?? '\\N',
    line.title,
    escape(line.familyName),
    escape(line.givenName),
    line.family,
    line.given,
    escape(line.profession),
    escape(line.specialty),
    escape(line.specialtyKind),
    escape(line.mode),
    escape(line.sector),
    escape(line.role),
    escape(line.structure),
    escape(line.finess),
    escape(line.postcode),
    escape(line.town),
  ];
  return `${number}\t${cells.join('\t')}\n`;
}

/**
 * Streams the lines of an extraction into the table beside, a block at a time; bad ones are left out and counted. Throws
 * ExtractionRefused for a file that is empty or of which more than a tenth cannot be read.
 */
export async function copyLines(
  sql: Sql,
  lost: AbortSignal,
  { chunks, bytes }: Extraction,
  tell: TellLines,
): Promise<CopiedLines> {
  const copied: CopiedLines = { lines: 0, badLines: 0, firstBadLines: [] };
  let seen = 0;

  async function* counted(): AsyncGenerator<Buffer> {
    for await (const chunk of chunks()) {
      seen += chunk.length;
      yield chunk;
    }
  }
  async function* rows(): AsyncGenerator<Buffer> {
    let columns: ReturnType<typeof readHeader> | null = null;
    for await (const { first, lines } of decodeLines(counted())) {
      let block = '';
      for (const [index, text] of lines.entries()) {
        if (columns === null) {
          columns = readHeader(text ?? '');
          continue;
        }
        if (text === '') continue;
        const line = readLine(text, columns);
        if (typeof line !== 'string') {
          block += toRow(first + index, line);
          copied.lines += 1;
          continue;
        }
        copied.badLines += 1;
        if (copied.badLines <= shownBadLines) copied.firstBadLines.push({ line: first + index, problem: line });
      }
      tell(copied.lines + copied.badLines, bytes > 0 ? Math.min(1, seen / bytes) : 1);
      if (block !== '') yield Buffer.from(block);
    }
    if (columns === null) throw new ExtractionRefused('Ce fichier est vide.');
  }

  const copy = await sql.unsafe(`copy ${staging}.lines (${stagedColumns.join(', ')}) from stdin`).writable();
  await pipeline(Readable.from(rows(), { objectMode: false, highWaterMark: 128 * 1024 }), copy, { signal: lost });
  if (copied.lines === 0) throw new ExtractionRefused('Ce fichier ne contient aucune ligne lisible.');
  if (copied.badLines > 100 && copied.badLines > copied.lines / 9) {
    const [example] = copied.firstBadLines;
    const told = example ? ` Par exemple, ligne ${example.line} : ${example.problem}.` : '';
    throw new ExtractionRefused(`Plus d’une ligne sur dix est illisible : rien n’a été remplacé.${told}`);
  }
  return copied;
}
