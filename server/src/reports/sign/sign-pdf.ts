import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFInvalidObject,
  PDFName,
  PDFNumber,
  type PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { cadesSignature, sha256 } from './cades.ts';
import { SigningFailed } from './failures.ts';
import { assertValidAt, type Signer } from './signer.ts';

/** Shown by PDF readers beside the signature: why, who signs, when. */
export type SignatureStatement = { reason: string; name: string; at: Date };

/** Room for the signature with a chain of several certificates and, one day, a timestamp. */
const contentsBytes = 16_384;
const contentsGap = `<${'0'.repeat(contentsBytes * 2)}>`;
/** Ten digits each: the numbers are only known once the file is written, and must not move anything. */
const byteRange = (numbers: readonly number[]) =>
  `/ByteRange [${numbers.map((number) => String(number).padStart(10, '0')).join(' ')}]`;
const byteRangeGap = byteRange([0, 0, 0, 0]);

/** Widget flags print and locked; a field without rectangle is an invisible signature. Source: ISO 32000-1, 12.7.4.5. */
const widgetFlags = 132;
const signaturesExistAppendOnly = 3;

function pdfDate(at: Date): string {
  return `D:${at.toISOString().replace(/[-:T]/g, '').slice(0, 14)}+00'00'`;
}

/** Written as raw bytes: a library would rewrite its numbers. */
function signatureDictionary({ reason, name, at }: SignatureStatement): Uint8Array {
  const lines = [
    '<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached',
    `/Name ${PDFHexString.fromText(name).toString()}`,
    `/Reason ${PDFHexString.fromText(reason).toString()}`,
    `/M ${PDFString.of(pdfDate(at)).toString()}`,
    byteRangeGap,
    `/Contents ${contentsGap} >>`,
  ];
  return Buffer.from(lines.join('\n'), 'latin1');
}

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

/** The PDF with room for a signature, as an update after its last byte. */
async function withRoom(pdf: Uint8Array, statement: SignatureStatement): Promise<Buffer> {
  const document = await PDFDocument.load(pdf, { forIncrementalUpdate: true, updateMetadata: false });
  const snapshot = document.takeSnapshot();
  const signature = document.context.register(PDFInvalidObject.of(signatureDictionary(statement)));
  addWidget(document, signature, (ref) => snapshot.markRefForSave(ref));
  const update = await document.saveIncremental(snapshot, { useObjectStreams: false });
  return Buffer.concat([pdf, update]);
}

/** Finds the room; only in the update, since what people wrote could hold the same bytes. */
function findRoom(file: Buffer, oldLength: number): { rangeAt: number; contentsAt: number } {
  const rangeAt = file.indexOf(byteRangeGap, oldLength, 'latin1');
  const contentsAt = file.indexOf(contentsGap, oldLength, 'latin1');
  if (rangeAt < 0 || contentsAt < 0) throw new SigningFailed('the update has no room for a signature');
  return { rangeAt, contentsAt };
}

/**
 * Signs a PDF: PAdES baseline B, one incremental update, invisible. The bytes that came in are the beginning of the bytes
 * that go out, so earlier signatures stay valid and the unsigned file can be taken out again (rules PDF-6, PDF-7).
 */
export async function signPdf(pdf: Uint8Array, signer: Signer, statement: SignatureStatement): Promise<Uint8Array> {
  assertValidAt(signer, statement.at);
  const file = await withRoom(pdf, statement);
  if (file.compare(pdf, 0, pdf.length, 0, pdf.length) !== 0)
    throw new SigningFailed('the update changed the bytes before it');

  const { rangeAt, contentsAt } = findRoom(file, pdf.length);
  const afterContents = contentsAt + contentsGap.length;
  file.write(byteRange([0, contentsAt, afterContents, file.length - afterContents]), rangeAt, 'latin1');

  const signature = await cadesSignature(sha256(file.subarray(0, contentsAt), file.subarray(afterContents)), signer);
  if (signature.length > contentsBytes)
    throw new SigningFailed(`the signature has ${signature.length} bytes, more than there is room for`);
  file.write(Buffer.from(signature).toString('hex'), contentsAt + 1, 'latin1');
  return file;
}
