import { limits } from '../limits.ts';
import type { PdfInspection } from '../pdf/pdf-work.ts';
import { runPdfThread } from '../pdf/run-pdf-thread.ts';
import { Refused } from './refused.ts';

const endOfZip = Buffer.from('PK\u0005\u0006', 'latin1');
/** A ZIP is found by its end, which a comment of up to 65,535 bytes may follow. */
const zipTailBytes = 22 + 65_535;
const markup = /<(?:!doctype|html|script|body|svg|iframe|\?php)/i;

/** True when another kind of file hides in the PDF's tail: a ZIP, or a page after the end mark. */
function hidesAnother(bytes: Buffer): boolean {
  if (bytes.subarray(-zipTailBytes).includes(endOfZip)) return true;
  const end = bytes.lastIndexOf('%%EOF');
  return end >= 0 && markup.test(bytes.subarray(end).toString('latin1'));
}

/**
 * The pages of a PDF that can be looked at. Throws Refused: `dangerous` when something in it would act or hides behind it,
 * `unreadable` when it is broken, too heavy to read, or asks for a password.
 */
export async function pdfPages(content: Uint8Array): Promise<number> {
  if (hidesAnother(Buffer.from(content.buffer, content.byteOffset, content.byteLength))) throw new Refused('dangerous');
  let found: PdfInspection;
  try {
    found = await runPdfThread({ kind: 'inspect', content });
  } catch (cause) {
    throw new Refused('unreadable', { cause });
  }
  if (found.active) throw new Refused('dangerous');
  return Math.min(found.pages, limits.pages);
}
