import * as asn1js from 'asn1js';
import { sha256 } from './cades.ts';
import { SigningFailed } from './failures.ts';
import { demand, endOf, type Place, readSignatures, signedParts } from './read-signatures.ts';
import { roomForTimestamp } from './timestamp-pdf.ts';

/** A token that a file carries, and the SHA-256 that it should be of. */
export type Carried = { token: Uint8Array<ArrayBuffer>; imprint: Uint8Array<ArrayBuffer> };

/** A file as it was when it was signed, and the document timestamps that it got since. */
export type Peeled = { pdf: Uint8Array; place: Place; stamps: Carried[] };

/** A file is timestamped again every few years. */
const mostStamps = 40;

/** What a room holds, without the zeros that are left of it. */
export function withoutZeros(contents: Uint8Array): Uint8Array<ArrayBuffer> {
  const { offset } = asn1js.fromBER(contents);
  demand(offset > 0 && contents.subarray(offset).every((byte) => byte === 0), 'the signature cannot be read');
  return Uint8Array.from(contents.subarray(0, offset));
}

/** The update is, but for the token’s own digits, byte for byte the one that the product adds: nothing is hidden in it. */
async function demandOnlyTimestamp(pdf: Uint8Array, before: Uint8Array): Promise<void> {
  const { file, contentsAt, afterContents } = await roomForTimestamp(before);
  demand(
    file.length === pdf.length &&
      file.subarray(before.length, contentsAt).equals(pdf.subarray(before.length, contentsAt)) &&
      file.subarray(afterContents).equals(pdf.subarray(afterContents)),
    'something else was added after the signature',
  );
}

/**
 * Takes the document timestamps off a file, down to its last signature. Throws SigningFailed when anything else was added
 * after it. Whether their tokens hold is not asked here. Rule PDF-14.
 */
export async function peelTimestamps(file: Uint8Array): Promise<Peeled> {
  const stamps: Carried[] = [];
  for (let pdf = file; stamps.length <= mostStamps;) {
    const [last, before] = await readSignatures(pdf);
    demand(last, 'the file holds no signature');
    const parts = signedParts(pdf, last);
    if (last.kind === 'signature') return { pdf, place: last, stamps };
    demand(before, 'the file holds no signature');
    const signed = pdf.subarray(0, endOf(before));
    await demandOnlyTimestamp(pdf, signed);
    stamps.push({ token: withoutZeros(last.contents), imprint: sha256(...parts) });
    pdf = signed;
  }
  throw new SigningFailed('the file holds too many timestamps');
}
