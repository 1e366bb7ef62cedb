import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber } from '@cantoo/pdf-lib';
import { SigningFailed } from './failures.ts';

/** Throws SigningFailed with the problem unless something is so. */
export function demand(condition: unknown, problem: string): asserts condition {
  if (!condition) throw new SigningFailed(problem);
}

/** Where a signature or a document timestamp is: its two signed parts as offsets and lengths, and what it is. */
export type Place = { kind: 'signature' | 'timestamp'; range: [number, number, number, number]; contents: Uint8Array };

function placeOf(signature: PDFDict): Place {
  const range = signature
    .lookup(PDFName.of('ByteRange'), PDFArray)
    .asArray()
    .map((value) => (value instanceof PDFNumber ? value.asNumber() : Number.NaN));
  demand(range.length === 4 && range.every(Number.isSafeInteger), 'the signature names no byte range');
  return {
    kind: signature.lookup(PDFName.of('SubFilter')) === PDFName.of('ETSI.RFC3161') ? 'timestamp' : 'signature',
    range: range as Place['range'],
    contents: signature.lookup(PDFName.of('Contents'), PDFHexString).asBytes(),
  };
}

/** How far into the file a signature reaches. */
export const endOf = ({ range }: Place): number => range[2] + range[3];

/** The signatures of a PDF, the furthest-reaching first. They are found through the form, never by looking for their text. */
export async function readSignatures(pdf: Uint8Array): Promise<Place[]> {
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
  demand(
    /^<[0-9a-fA-F]+>$/.test(gap) && Buffer.from(gap.slice(1, -1), 'hex').equals(contents),
    'the signature is not in its place',
  );
  return [pdf.subarray(0, length), pdf.subarray(resume)];
}
