import { verify, X509Certificate } from 'node:crypto';
import * as asn1js from 'asn1js';
import { ContentInfo, SignedData } from 'pkijs';
import { cadesEnvelope, identifiers, sha256, type Signed, toBeSigned } from './cades.ts';
import { commonName } from './common-name.ts';
import { TimestampRefused } from './failures.ts';
import { type Carried, peelTimestamps, withoutZeros } from './peel-timestamps.ts';
import { demand, type SignedRange, signedParts } from './read-signatures.ts';
import { readToken, type Timestamp } from './timestamp/read-token.ts';

/**
 * The last signature of a PDF that holds: the signing certificate and its authorities, DER, and its subject's common name;
 * the times that vouch for it, the latest first, or null when one of them does not hold; what it signs of the file, and
 * the reason that it gives, which is signed.
 */
export type VerifiedSignature = {
  certificate: Uint8Array;
  chain: Uint8Array[];
  signedBy: string;
  timestamps: Timestamp[] | null;
  range: SignedRange;
  reason: string;
};

/** The envelope as bytes: the certificates that it carries, the value signed by the first of them, and a time for it. */
type Envelope = {
  der: Uint8Array;
  certificates: Uint8Array<ArrayBuffer>[];
  signature: Uint8Array<ArrayBuffer>;
  token: Uint8Array<ArrayBuffer> | null;
};

const bytesOf = (block: asn1js.BaseBlock): Uint8Array<ArrayBuffer> => Uint8Array.from(block.valueBeforeDecodeView);

function parse(contents: Uint8Array): Envelope {
  const der = withoutZeros(contents);
  const content = new ContentInfo({ schema: asn1js.fromBER(der).result });
  demand(content.contentType === identifiers.signedData, 'the signature is not CMS signed data');
  const { signerInfos } = new SignedData({ schema: content.content });
  const [signer, ...more] = signerInfos;
  demand(signer && more.length === 0, 'the signature has not exactly one signer');
  const parts = (content.content as asn1js.Sequence).valueBlock.value;
  const carried = parts.find(({ idBlock }) => idBlock.tagClass === 3 && idBlock.tagNumber === 0);
  demand(carried instanceof asn1js.Constructed, 'the signature does not carry its certificate');
  const [token] = signer.unsignedAttrs?.attributes[0]?.values ?? [];
  return {
    der,
    certificates: carried.valueBlock.value.map(bytesOf),
    signature: new Uint8Array(signer.signature.getValue()),
    token: token ? bytesOf(token as asn1js.BaseBlock) : null,
  };
}

/** Whether a certificate was issued by an authority: who was only given one to sign with vouches for nobody. */
export const issued = (certificate: X509Certificate, by: X509Certificate): boolean =>
  by.ca && certificate.issuer === by.subject && certificate.verify(by.publicKey);

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

/** The times that hold, or null: a file with one that does not hold says something false of itself. */
function readTimes(carried: readonly Carried[]): Timestamp[] | null {
  try {
    return carried.map(({ token, imprint }) => readToken(token, imprint));
  } catch (error) {
    if (error instanceof TimestampRefused) return null;
    throw error;
  }
}

/**
 * Checks the last signature of a PDF with nothing but its own certificate: that it covers the whole file but for document
 * timestamps added since, that its bytes are those that the product makes for this digest and this certificate, and that
 * the key signed them. Throws SigningFailed with the reason. Whether the certificate deserves trust is for its reader to
 * say; compare it with the one expected (rules PDF-8, PDF-14).
 */
export async function verifyPdf(file: Uint8Array): Promise<VerifiedSignature> {
  const { pdf, place, stamps } = await peelTimestamps(file);
  const digest = sha256(...signedParts(pdf, place));
  const { der, certificates, signature, token } = parse(place.contents);
  const [certificate, ...chain] = certificates;
  demand(certificate, 'the signature does not carry its certificate');
  const carried = certificates.map((each) => new X509Certificate(each));
  const signer = carried[0] as X509Certificate;
  // What the envelope says beside what is signed (names, versions, algorithms) can be nothing else.
  const expected = cadesEnvelope({ algorithm: algorithmOf(signer), certificate, chain, digest, signature, token });
  demand(Buffer.from(expected).equals(der), 'the file, or its signature, is not the one that was made');
  demandChain(carried);
  demand(verify('sha256', toBeSigned(digest, certificate), signer.publicKey, signature), 'the signature does not hold');
  const times = readTimes([...stamps, ...(token ? [{ token, imprint: sha256(signature) }] : [])]);
  const { range, reason } = place;
  return { certificate, chain, signedBy: commonName(signer), timestamps: times, range, reason };
}
