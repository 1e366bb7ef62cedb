import { PDFDict, PDFDocument, PDFName, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';
import { RenderingFailed } from './failures.ts';

const namespace = 'http://www.aiim.org/pdfua/ns/id/';
/** PDF/A wants every schema that it does not know described in the file. Source: ISO 19005-1, 6.7.8. */
const schema = [
  '<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>',
  `<pdfaSchema:namespaceURI>${namespace}</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>`,
  '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:category>internal</pdfaProperty:category>',
  '<pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description>',
  '<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>',
  '</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>',
].join('');

/** Puts something before a mark that is there exactly once: nobody’s words are written as tags. */
function before(text: string, mark: string, added: string): string {
  const parts = text.split(mark);
  if (parts.length !== 2) throw new RenderingFailed('the metadata are not as the typesetter writes them');
  return parts.join(`${added}${mark}`);
}

function withPart(metadata: string): string {
  const described = before(metadata, '</rdf:Bag></pdfaExtension:schemas>', schema);
  const named = before(described, 'xmlns:pdfaid="', `xmlns:pdfuaid="${namespace}" `);
  return before(named, '</rdf:Description></rdf:RDF>', '<pdfuaid:part>1</pdfuaid:part>');
}

/**
 * Marks a tagged PDF/A-3a as PDF/UA-1 too, which the typesetter does not write beside PDF/A: its title is shown, the
 * order of its pages' fields is that of their structure, and its metadata say so. Same bytes in, same bytes out. Without
 * object streams: signatures append classic tables, and readers refuse a file of both kinds. Source: ISO 14289-1.
 */
export async function markAccessible(pdf: Uint8Array): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const { context, catalog } = document;
  catalog.set(PDFName.of('ViewerPreferences'), context.obj({ DisplayDocTitle: true, Direction: 'L2R' }));
  for (const page of document.getPages()) page.node.set(PDFName.of('Tabs'), PDFName.of('S'));
  const at = catalog.get(PDFName.of('Metadata'));
  const stream = context.lookup(at);
  if (!(at instanceof PDFRef) || !(stream instanceof PDFRawStream) || stream.dict.has(PDFName.of('Filter')))
    throw new RenderingFailed('the metadata are not as the typesetter writes them');
  const marked = Buffer.from(withPart(Buffer.from(stream.getContents()).toString('utf8')), 'utf8');
  const dictionary = PDFDict.withContext(context);
  for (const [name, value] of stream.dict.entries()) dictionary.set(name, value);
  context.assign(at, PDFRawStream.of(dictionary, marked));
  return document.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false });
}
