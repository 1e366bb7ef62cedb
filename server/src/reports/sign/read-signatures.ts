import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFString } from '@cantoo/pdf-lib';
import { SigningFailed } from './failures.ts';

/** Throws SigningFailed with the problem unless something is so. */
export function demand(condition: unknown, problem: string): asserts condition {
  if (!condition) throw new SigningFailed(problem);
}

/** Two signed parts, each as an offset and a length. */
export type SignedRange = [number, number, number, number];

/** Where a signature or a document timestamp is, what it is, and the reason that it gives; empty: none. */
export type Place = { kind: 'signature' | 'timestamp'; range: SignedRange; contents: Uint8Array; reason: string };

function placeOf(signature: PDFDict): Place {
  const range = signature
    .lookup(PDFName.of('ByteRange'), PDFArray)
    .asArray()
    .map((value) => (value instanceof PDFNumber ? value.asNumber() : Number.NaN));
  demand(range.length === 4 && range.every(Number.isSafeInteger), 'the signature names no byte range');
  const reason = signature.lookup(PDFName.of('Reason'));
  return {
    kind: signature.lookup(PDFName.of('SubFilter')) === PDFName.of('ETSI.RFC3161') ? 'timestamp' : 'signature',
    range: range as SignedRange,
    contents: signature.lookup(PDFName.of('Contents'), PDFHexString).asBytes(),
    reason: reason instanceof PDFHexString || reason instanceof PDFString ? reason.decodeText() : '',
  };
}

/** How far into the file a signature reaches. */
export const endOf = ({ range }: Place): number => range[2] + range[3];

/** A name, each of its characters written as itself or escaped. Source: ISO 32000-1, 7.3.5. */
const nameWritten = (name: string): RegExp =>
  new RegExp(`/${Array.from(name, (each) => `(?:${each}|#${Buffer.from(each).toString('hex')})`).join('')}`, 'i');
const objectStream = nameWritten('ObjStm');

/**
 * The signatures of a PDF, the furthest-reaching first. They are found through the form, never by looking for their text.
 * Throws SigningFailed for a file with object streams: the product writes none, and a small one can be gigabytes.
 */
export async function readSignatures(pdf: Uint8Array): Promise<Place[]> {
  demand(!objectStream.test(Buffer.from(pdf).toString('latin1')), 'the file holds object streams');
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const fields = document.catalog
    .lookupMaybe(PDFName.of('AcroForm'), PDFDict)
    ?.lookupMaybe(PDFName.of('Fields'), PDFArray);
  const places = (fields?.asArray() ?? []).flatMap((ref) => {
    const signature = document.context.lookupMaybe(ref, PDFDict)?.lookupMaybe(PDFName.of('V'), PDFDict);
    return signature ? [placeOf(signature)] : [];
  });
  return places.toSorted((a, b) => endOf(b) - endOf(a));
}

/** An update appended after a signature leaves it intact: only its reach tells. Everything but its own digits is signed. */
export function signedParts(pdf: Uint8Array, { range, contents }: Place): [Uint8Array, Uint8Array] {
  const [start, length, resume, rest] = range;
  demand(start === 0 && resume + rest === pdf.length, 'the signature does not reach the end of the file');
  const gap = Buffer.from(pdf.subarray(length, resume)).toString('latin1');
  // As the product writes it: other digits of the same value would be bytes that nobody signed.
  demand(gap === `<${Buffer.from(contents).toString('hex')}>`, 'the signature is not in its place');
  return [pdf.subarray(0, length), pdf.subarray(resume)];
}
