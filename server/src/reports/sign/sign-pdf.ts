import { PDFHexString, PDFString } from '@cantoo/pdf-lib';
import { cadesSignature, type MaybeStamp } from './cades.ts';
import { digestOf, fillRoom, makeRoom } from './room.ts';
import { assertValidAt, type Signer } from './signer.ts';

/** Shown by PDF readers beside the signature: why, who signs, when. */
export type SignatureStatement = { reason: string; name: string; at: Date };

function pdfDate(at: Date): string {
  return `D:${at.toISOString().replace(/[-:T]/g, '').slice(0, 14)}+00'00'`;
}

const entriesOf = ({ reason, name, at }: SignatureStatement): string[] => [
  '/Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached',
  `/Name ${PDFHexString.fromText(name).toString()}`,
  `/Reason ${PDFHexString.fromText(reason).toString()}`,
  `/M ${PDFString.of(pdfDate(at)).toString()}`,
];

/**
 * Signs a PDF: PAdES baseline B, one incremental update, invisible; baseline T where `stamp` gives a time. The bytes that
 * came in are the beginning of the bytes that go out, so earlier signatures stay valid and the unsigned file can be taken
 * out again (rules PDF-6, PDF-7, PDF-13).
 */
export async function signPdf(
  pdf: Uint8Array,
  signer: Signer,
  statement: SignatureStatement,
  stamp: MaybeStamp | null = null,
): Promise<Uint8Array> {
  assertValidAt(signer, statement.at);
  const room = await makeRoom(pdf, entriesOf(statement));
  return fillRoom(room, await cadesSignature(digestOf(room), signer, stamp));
}
