import { verify, X509Certificate } from 'node:crypto';
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber } from '@cantoo/pdf-lib';
import * as asn1js from 'asn1js';
import { type Attribute, Certificate, ContentInfo, IssuerAndSerialNumber, SignedData, type SignerInfo } from 'pkijs';
import { identifiers, sha256 } from './cades.ts';
import { SigningFailed } from './failures.ts';

/** The last signature of a PDF that holds: the signing certificate, DER, and its subject's common name. */
export type VerifiedSignature = { certificate: Uint8Array; signedBy: string };

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

function attributeOf(signer: SignerInfo, type: string): Attribute['values'][number] {
  const found = signer.signedAttrs?.attributes.filter((attribute) => attribute.type === type) ?? [];
  demand(found.length === 1 && found[0]?.values.length === 1, `the signature has no single attribute ${type}`);
  return found[0].values[0];
}

function certificateOf(signedData: SignedData, signer: SignerInfo): Certificate {
  const { sid } = signer;
  demand(sid instanceof IssuerAndSerialNumber, 'the signature does not name its certificate');
  const certificate = signedData.certificates?.find(
    (candidate) =>
      candidate instanceof Certificate &&
      candidate.issuer.isEqual(sid.issuer) &&
      candidate.serialNumber.isEqual(sid.serialNumber),
  );
  demand(certificate instanceof Certificate, 'the signature does not carry its certificate');
  return certificate;
}

function parse(contents: Uint8Array): { signedData: SignedData; signer: SignerInfo } {
  const { result, offset } = asn1js.fromBER(contents);
  demand(offset > 0 && contents.subarray(offset).every((byte) => byte === 0), 'the signature cannot be read');
  const content = new ContentInfo({ schema: result });
  demand(content.contentType === identifiers.signedData, 'the signature is not CMS signed data');
  const signedData = new SignedData({ schema: content.content });
  const [signer, ...more] = signedData.signerInfos;
  demand(signer && more.length === 0, 'the signature has not exactly one signer');
  return { signedData, signer };
}

const bytesOf = (value: unknown): Uint8Array => {
  demand(value instanceof asn1js.OctetString, 'the signature holds an unexpected value');
  return new Uint8Array(value.getValue());
};

/**
 * Checks the last signature of a PDF with nothing but its own certificate: the digest, the tie to the certificate, the
 * signature, and that it covers the whole file. Throws SigningFailed with the reason. Whether the certificate deserves
 * trust is for its reader to say; compare it with the one expected (rule PDF-8).
 */
export async function verifyPdf(pdf: Uint8Array): Promise<VerifiedSignature> {
  const place = await lastSignature(pdf);
  const digest = sha256(...signedParts(pdf, place));
  const { signedData, signer } = parse(place.contents);
  demand(
    Buffer.from(bytesOf(attributeOf(signer, identifiers.messageDigest))).equals(digest),
    'the file is not the one that was signed',
  );

  const der = new Uint8Array(certificateOf(signedData, signer).toSchema(true).toBER());
  const ess = new Uint8Array((attributeOf(signer, identifiers.signingCertificateV2) as asn1js.Sequence).toBER());
  demand(Buffer.from(ess).includes(Buffer.from(sha256(der))), 'the signature is tied to another certificate');

  const attributes = signer.signedAttrs?.attributes.map((attribute) => attribute.toSchema()) ?? [];
  const signed = new Uint8Array(new asn1js.Set({ value: attributes }).toBER());
  const certificate = new X509Certificate(der);
  demand(verify('sha256', signed, certificate.publicKey, bytesOf(signer.signature)), 'the signature does not hold');
  return { certificate: der, signedBy: /^CN=(.*)$/m.exec(certificate.subject)?.[1] ?? '' };
}
