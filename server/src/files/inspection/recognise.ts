import type { FileFormat } from '@concertation/shared/domain';
import { fileTypeFromBuffer } from 'file-type';
import { officeFormat } from './compound-file.ts';
import { isPlainText } from './plain-text.ts';
import { Refused } from './refused.ts';

/** What the content's first bytes say, and the format that it makes. */
const formats: Record<string, FileFormat> = {
  jpg: 'jpeg',
  png: 'png',
  apng: 'png',
  gif: 'gif',
  tif: 'tiff',
  pdf: 'pdf',
  zip: 'zip',
  docx: 'word',
  xlsx: 'excel',
  pptx: 'powerpoint',
};

/** Programs, and documents that carry some. */
export const programs: ReadonlySet<string> = new Set(
  ('exe elf macho dex wasm class jar apk swf deb rpm crx xpi lnk ps eps ' + 'docm dotm xlsm xltm pptm potm ppsm').split(
    ' ',
  ),
);

const header = '%PDF-';

/**
 * The format of a content, among the ten that are accepted. Throws Refused: `dangerous` for programs, pages and what
 * pretends to be a PDF; `unknown_format` for anything else. Source: SC-75.
 */
export async function recognise(content: Uint8Array): Promise<FileFormat> {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const found = await fileTypeFromBuffer(content);
  const format = found && formats[found.ext];
  if (format === 'pdf' && !bytes.subarray(0, header.length).equals(Buffer.from(header))) throw new Refused('dangerous');
  if (format) return format;
  if (found?.ext === 'cfb') return officeFormat(content);
  if (found && programs.has(found.ext)) throw new Refused('dangerous');
  // Readers look for a PDF's beginning in the first kilobyte: one that begins later hides something before it.
  if (bytes.subarray(0, 1024).includes(header)) throw new Refused('dangerous');
  // Markup has no magic number that lasts: what is said to be XML is read as the text that it is.
  if ((!found || found.ext === 'xml' || found.ext === 'rtf') && isPlainText(content)) return 'txt';
  throw new Refused('unknown_format');
}
