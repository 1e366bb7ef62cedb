import type { FileFormat, FileRefusal } from '@concertation/shared/domain';
import { checkArchive } from './archive.ts';
import { checkExtension } from './check-extension.ts';
import { imagePages } from './image.ts';
import { pdfPages } from './pdf.ts';
import { recognise } from './recognise.ts';
import { Refused } from './refused.ts';

/** What a content is found to be, or why it is put in quarantine. `name` has an extension, given to it when it had none. */
export type Verdict =
  | { refusal: null; format: FileFormat; pages: number; name: string }
  | { refusal: FileRefusal; format: null; pages: 0; name: string };

async function pagesOf(content: Uint8Array, format: FileFormat): Promise<number> {
  if (format === 'pdf') return pdfPages(content);
  if (format === 'jpeg' || format === 'png' || format === 'gif' || format === 'tiff')
    return imagePages(content, format);
  if (format === 'zip') await checkArchive(content, 'archive');
  // Office documents of before 2007 are no archive: they were read to be recognised.
  else if (format !== 'txt' && content[0] === 0x50) await checkArchive(content, 'office');
  return 0;
}

/** Recognises a document by its content and looks for what makes it unsafe. Never throws for what the content is. Source: SC-75. */
export async function inspectFile(content: Uint8Array, name: string): Promise<Verdict> {
  try {
    const format = await recognise(content);
    const told = checkExtension(name, format);
    return { refusal: null, format, pages: await pagesOf(content, format), name: told };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { refusal: error.refusal, format: null, pages: 0, name };
  }
}
