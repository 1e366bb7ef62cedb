import { PDFArray, PDFDict, PDFDocument, PDFInvalidObject, PDFName, type PDFObject, PDFStream } from '@cantoo/pdf-lib';

/** Keys and values of a PDF's objects that make it act: scripts, programs, files inside, films. */
const activeKeys = new Set(['/JS', '/JavaScript', '/EF', '/EmbeddedFiles', '/RichMediaContent', '/XFA']);
const activeValues = new Set([
  '/JavaScript',
  '/Launch',
  '/EmbeddedFile',
  '/FileAttachment',
  '/ImportData',
  '/GoToE',
  '/RichMedia',
  '/Movie',
]);
const activeWords = /\/(?:JS|JavaScript|Launch|EmbeddedFiles?|FileAttachment|ImportData|RichMedia|XFA)\b/;

function isActive(object: PDFObject): boolean {
  if (object instanceof PDFInvalidObject) return activeWords.test(object.toString());
  if (object instanceof PDFStream) return isActive(object.dict);
  if (object instanceof PDFArray) return object.asArray().some(isActive);
  if (!(object instanceof PDFDict)) return false;
  return object
    .entries()
    .some(
      ([key, value]) =>
        activeKeys.has(key.toString()) ||
        (value instanceof PDFName ? activeValues.has(value.toString()) : isActive(value)),
    );
}

/**
 * True when any object of the file would act when it is opened or clicked, reached by its pages or not, packed in an
 * object stream or not. Throws on a file that cannot be read, or not without a password.
 */
export async function hasActiveContent(content: Uint8Array): Promise<boolean> {
  const document = await PDFDocument.load(content, { updateMetadata: false, password: '' });
  return document.context.enumerateIndirectObjects().some(([, object]) => isActive(object));
}
