import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFString,
  decodePDFRawStream,
} from '@cantoo/pdf-lib';

const textOf = (value: unknown): string =>
  value instanceof PDFHexString || value instanceof PDFString ? value.decodeText() : '';

/** The files inside a PDF, by name without its folder. Of two of one name the first: the tree is read as it stands. */
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
      const stream = specification.lookup(PDFName.of('EF'), PDFDict).lookup(PDFName.of('F'));
      const file = name.split('/').at(-1) ?? name;
      if (stream instanceof PDFRawStream && !files.has(file)) files.set(file, decodePDFRawStream(stream).decode());
    }
  };
  const tree = document.catalog
    .lookupMaybe(PDFName.of('Names'), PDFDict)
    ?.lookupMaybe(PDFName.of('EmbeddedFiles'), PDFDict);
  if (tree) read(tree);
  return files;
}
