import { verify, X509Certificate } from 'node:crypto';
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber } from '@cantoo/pdf-lib';
import * as asn1js from 'asn1js';
import { ContentInfo, SignedData } from 'pkijs';
import { cadesEnvelope, identifiers, sha256, type Signed, toBeSigned } from './cades.ts';
import { SigningFailed } from './failures.ts';

/** The last signature of a PDF that holds: the signing certificate and its authorities, DER, and its subject's common name. */
export type VerifiedSignature = { certificate: Uint8Array; chain: Uint8Array[]; signedBy: string };

function demand(condition: unknown, problem: string): asserts condition {
  if (!condition) throw new SigningFailed(problem);
}

type Place = { range: [number, number, number, number]; contents: Uint8Array };

function placeOf(signature: PDFDict): Place {
  const range = signature
    .lookup(PDFName.of('ByteRange'), PDFArray)
    .asArray()
    .map((value) => (value instanceof PDFNumber ? value.asNumber() : Number.NaN));
  demand(range.length === 4 && range.every(Number.isSafeInteger), 'the signature names no byte range');
  return { range: range as Place['range'], contents: signature.lookup(PDFName.of('Contents'), PDFHexString).asBytes() };
}

/** Signatures are found through the form, never by looking for their text. */
async function lastSignature(pdf: Uint8Array): Promise<Place> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const fields = document.catalog
    .lookupMaybe(PDFName.of('AcroForm'), PDFDict)
    ?.lookupMaybe(PDFName.of('Fields'), PDFArray);
  const places = (fields?.asArray() ?? []).flatMap((ref) => {
    const signature = document.context.lookupMaybe(ref, PDFDict)?.lookupMaybe(PDFName.of('V'), PDFDict);
    return signature ? [placeOf(signature)] : [];
  });
  const [last] = places.toSorted((a, b) => b.range[2] + b.range[3] - (a.range[2] + a.range[3]));
  demand(last, 'the file holds no signature');
  return last;
}

/** An update appended after a signature leaves it intact: only its reach tells. Everything but its own digits is signed. */
function signedParts(pdf: Uint8Array, { range, contents }: Place): [Uint8Array, Uint8Array] {
  const [start, length, resume, rest] = range;
  demand(start === 0 && resume + rest === pdf.length, 'the signature does not reach the end of the file');
  const gap = Buffer.from(pdf.subarray(length, resume)).toString('latin1');
  demand(
    /^<[0-9a-fA-F]+>$/.test(gap) && Buffer.from(gap.slice(1, -1), 'hex').equals(contents),
    'the signature is not in its place',
  );
  return [pdf.subarray(0, length), pdf.subarray(resume)];
}

/** The envelope as bytes: the certificates that it carries, and the value signed by the first of them. */
type Envelope = { der: Uint8Array; certificates: Uint8Array<ArrayBuffer>[]; signature: Uint8Array<ArrayBuffer> };

const bytesOf = (block: asn1js.BaseBlock): Uint8Array<ArrayBuffer> => Uint8Array.from(block.valueBeforeDecodeView);

function parse(contents: Uint8Array): Envelope {
  const { result, offset } = asn1js.fromBER(contents);
  demand(offset > 0 && contents.subarray(offset).every((byte) => byte === 0), 'the signature cannot be read');
  const content = new ContentInfo({ schema: result });
  demand(content.contentType === identifiers.signedData, 'the signature is not CMS signed data');
  const { signerInfos } = new SignedData({ schema: content.content });
  const [signer, ...more] = signerInfos;
  demand(signer && more.length === 0, 'the signature has not exactly one signer');
  const parts = (content.content as asn1js.Sequence).valueBlock.value;
  const carried = parts.find(({ idBlock }) => idBlock.tagClass === 3 && idBlock.tagNumber === 0);
  demand(carried instanceof asn1js.Constructed, 'the signature does not carry its certificate');
  return {
    der: contents.subarray(0, offset),
    certificates: carried.valueBlock.value.map(bytesOf),
    signature: new Uint8Array(signer.signature.getValue()),
  };
}

const issued = (certificate: X509Certificate, by: X509Certificate): boolean =>
  certificate.issuer === by.subject && certificate.verify(by.publicKey);

/** Each further certificate issued the one before it, and the last issued itself: none is there that nothing proves. */
function demandChain(carried: X509Certificate[]): void {
  carried.forEach((certificate, index) => {
    const above = carried[index + 1] ?? certificate;
    const isAlone = carried.length === 1;
    demand(isAlone || issued(certificate, above), 'the chain of the certificate does not hold');
  });
}

function algorithmOf({ publicKey }: X509Certificate): Signed['algorithm'] {
  return publicKey.asymmetricKeyType === 'rsa' ? 'RSA-SHA256' : 'ECDSA-SHA256';
}

/**
 * Checks the last signature of a PDF with nothing but its own certificate: that it covers the whole file, that its bytes
 * are those that the product makes for this digest and this certificate, and that the key signed them. Throws
 * SigningFailed with the reason. Whether the certificate deserves trust is for its reader to say; compare it with the one
 * expected (rule PDF-8).
 */
export async function verifyPdf(pdf: Uint8Array): Promise<VerifiedSignature> {
  const place = await lastSignature(pdf);
  const digest = sha256(...signedParts(pdf, place));
  const { der, certificates, signature } = parse(place.contents);
  const [certificate, ...chain] = certificates;
  demand(certificate, 'the signature does not carry its certificate');
  const carried = certificates.map((each) => new X509Certificate(each));
  const signer = carried[0] as X509Certificate;
  // What the envelope says beside what is signed (names, versions, algorithms) can be nothing else.
  const expected = cadesEnvelope({ algorithm: algorithmOf(signer), certificate, chain, digest, signature });
  demand(Buffer.from(expected).equals(der), 'the file, or its signature, is not the one that was made');
  demandChain(carried);
  demand(verify('sha256', toBeSigned(digest, certificate), signer.publicKey, signature), 'the signature does not hold');
  return { certificate, chain, signedBy: /^CN=(.*)$/m.exec(signer.subject)?.[1] ?? '' };
}
