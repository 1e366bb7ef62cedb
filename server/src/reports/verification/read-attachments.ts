import { inflateSync } from 'node:zlib';
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFString,
} from '@cantoo/pdf-lib';

/** What a report carries; nothing else is opened. */
const knownNames: ReadonlySet<string> = new Set(['compte-rendu.yjs', 'compte-rendu.json', 'provenance.json']);
/** The longest that a file inside becomes: a hundred times what an honest one does. */
const maxOutputLength = 64 * 1024 * 1024;

const textOf = (value: unknown): string =>
  value instanceof PDFHexString || value instanceof PDFString ? value.decodeText() : '';

/** Whether a stream is deflated, and in no other way; null where it is written in a way that the product does not use. */
function isDeflated({ dict }: PDFRawStream): boolean | null {
  const filter = dict.lookup(PDFName.of('Filter'));
  const filters: (PDFObject | undefined)[] = filter instanceof PDFArray ? filter.asArray() : filter ? [filter] : [];
  if (dict.has(PDFName.of('DecodeParms'))) return null;
  if (filters.length === 0) return false;
  return filters.length === 1 && filters[0] === PDFName.of('FlateDecode') ? true : null;
}

function decode(stream: PDFRawStream): Uint8Array | null {
  const isPacked = isDeflated(stream);
  if (isPacked === null) return null;
  return isPacked ? inflateSync(stream.contents, { maxOutputLength }) : stream.contents;
}

/**
 * The files of a report inside a PDF, by name without its folder. Of two of one name the first: the tree is read as it
 * stands. Throws what zlib does for one that cannot be inflated, or only to more than 64 MiB.
 */
export async function readAttachments(pdf: Uint8Array): Promise<Map<string, Uint8Array>> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const files = new Map<string, Uint8Array>();
  const read = (node: PDFDict): void => {
    for (const kid of node.lookupMaybe(PDFName.of('Kids'), PDFArray)?.asArray() ?? [])
      read(document.context.lookup(kid, PDFDict));
    const names = node.lookupMaybe(PDFName.of('Names'), PDFArray);
    for (let index = 0; names && index + 1 < names.size(); index += 2) {
      const specification = names.lookup(index + 1, PDFDict);
      const name = textOf(specification.lookup(PDFName.of('UF')) ?? specification.lookup(PDFName.of('F')));
      const file = name.split('/').at(-1) ?? name;
      if (!knownNames.has(file) || files.has(file)) continue;
      const stream = specification.lookup(PDFName.of('EF'), PDFDict).lookup(PDFName.of('F'));
      const bytes = stream instanceof PDFRawStream ? decode(stream) : null;
      if (bytes) files.set(file, bytes);
    }
  };
  const tree = document.catalog
    .lookupMaybe(PDFName.of('Names'), PDFDict)
    ?.lookupMaybe(PDFName.of('EmbeddedFiles'), PDFDict);
  if (tree) read(tree);
  return files;
}
