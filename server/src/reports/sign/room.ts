import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFInvalidObject,
  PDFName,
  PDFNumber,
  type PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { sha256 } from './cades.ts';
import { SigningFailed } from './failures.ts';

/** Room for a signature with a chain of several certificates and a timestamp, which has its own. */
const contentsBytes = 16_384;
const contentsGap = `<${'0'.repeat(contentsBytes * 2)}>`;
/** Ten digits each: the numbers are only known once the file is written, and must not move anything. */
const byteRange = (numbers: readonly number[]) =>
  `/ByteRange [${numbers.map((number) => String(number).padStart(10, '0')).join(' ')}]`;
const byteRangeGap = byteRange([0, 0, 0, 0]);

/** Widget flags print and locked; a field without rectangle is an invisible signature. Source: ISO 32000-1, 12.7.4.5. */
const widgetFlags = 132;
const signaturesExistAppendOnly = 3;

/** Written as raw bytes: a library would rewrite its numbers. */
const dictionary = (entries: readonly string[]): Uint8Array =>
  Buffer.from([`<< ${entries.join('\n')}`, byteRangeGap, `/Contents ${contentsGap} >>`].join('\n'), 'latin1');

function addWidget(document: PDFDocument, signature: PDFRef, changed: (ref: PDFRef) => void): void {
  const { context, catalog } = document;
  const page = document.getPage(0);
  const appearance = context.register(
    context.stream(new Uint8Array(), { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 0, 0] }),
  );
  const fields =
    catalog.lookupMaybe(PDFName.of('AcroForm'), PDFDict)?.lookupMaybe(PDFName.of('Fields'), PDFArray)?.asArray() ?? [];
  const widget = context.register(
    context.obj({
      Type: 'Annot',
      Subtype: 'Widget',
      FT: 'Sig',
      T: PDFString.of(`Signature${fields.length + 1}`),
      F: widgetFlags,
      Rect: [0, 0, 0, 0],
      P: page.ref,
      V: signature,
      AP: { N: appearance },
    }),
  );
  const annotations = page.node.Annots()?.asArray() ?? [];
  page.node.set(PDFName.of('Annots'), context.obj([...annotations, widget]));
  catalog.set(
    PDFName.of('AcroForm'),
    context.obj({ SigFlags: PDFNumber.of(signaturesExistAppendOnly), Fields: context.obj([...fields, widget]) }),
  );
  changed(page.ref);
  changed(context.trailerInfo.Root as PDFRef);
}

/** Where a signature goes in a file: what is signed is all that is before and after it. */
export type Room = { file: Buffer; contentsAt: number; afterContents: number };

/** Finds the room; only in the update, since what people wrote could hold the same bytes. */
function findRoom(file: Buffer, oldLength: number): { rangeAt: number; contentsAt: number } {
  const rangeAt = file.indexOf(byteRangeGap, oldLength, 'latin1');
  const contentsAt = file.indexOf(contentsGap, oldLength, 'latin1');
  if (rangeAt < 0 || contentsAt < 0) throw new SigningFailed('the update has no room for a signature');
  return { rangeAt, contentsAt };
}

/**
 * The PDF with room for a signature of some dictionary entries, as an update after its last byte, which nothing of it
 * moves. The same bytes and entries give the same file: what was added to one is compared with what this adds. Throws
 * SigningFailed.
 */
export async function makeRoom(pdf: Uint8Array, entries: readonly string[]): Promise<Room> {
  const document = await PDFDocument.load(pdf, { forIncrementalUpdate: true, updateMetadata: false });
  const snapshot = document.takeSnapshot();
  const signature = document.context.register(PDFInvalidObject.of(dictionary(entries)));
  addWidget(document, signature, (ref) => snapshot.markRefForSave(ref));
  const update = await document.saveIncremental(snapshot, { useObjectStreams: false });
  const file = Buffer.concat([pdf, update]);
  const { rangeAt, contentsAt } = findRoom(file, pdf.length);
  const afterContents = contentsAt + contentsGap.length;
  file.write(byteRange([0, contentsAt, afterContents, file.length - afterContents]), rangeAt, 'latin1');
  return { file, contentsAt, afterContents };
}

/** SHA-256 of all that a signature in that room signs. */
export const digestOf = ({ file, contentsAt, afterContents }: Room): Uint8Array<ArrayBuffer> =>
  sha256(file.subarray(0, contentsAt), file.subarray(afterContents));

/** Writes a signature into its room. Throws SigningFailed when it is larger. */
export function fillRoom({ file, contentsAt }: Room, signature: Uint8Array): Uint8Array {
  if (signature.length > contentsBytes)
    throw new SigningFailed(`the signature has ${signature.length} bytes, more than there is room for`);
  file.write(Buffer.from(signature).toString('hex'), contentsAt + 1, 'latin1');
  return file;
}
