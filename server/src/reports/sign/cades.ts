import { createHash } from 'node:crypto';
import * as asn1js from 'asn1js';
import {
  AlgorithmIdentifier,
  Attribute,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs';
import { SigningFailed } from './failures.ts';
import type { Signer } from './signer.ts';
import type { Stamp } from './timestamp/authority.ts';

/** Source: RFC 5652 (CMS), RFC 5035 (signing-certificate-v2), ETSI EN 319 142-1 (PAdES baseline). */
export const identifiers = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  sha256: '2.16.840.1.101.3.4.2.1',
  rsa: '1.2.840.113549.1.1.1',
  ecdsaSha256: '1.2.840.10045.4.3.2',
  timestampToken: '1.2.840.113549.1.9.16.2.14',
} as const;

export const sha256 = (...parts: Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return Uint8Array.from(hash.digest());
};

const octets = (bytes: Uint8Array<ArrayBuffer>) => new asn1js.OctetString({ valueHex: bytes.buffer });

/** SigningCertificateV2 with one ESSCertIDv2, whose hash is SHA-256 by default: it ties the signature to this certificate. */
function essCertificate(certificate: Uint8Array): asn1js.Sequence {
  const identifier = new asn1js.Sequence({ value: [octets(sha256(certificate))] });
  return new asn1js.Sequence({ value: [new asn1js.Sequence({ value: [identifier] })] });
}

const derOf = (attribute: Attribute) => Buffer.from(attribute.toSchema().toBER());

/** What is signed: the content's type and digest, and the certificate. No signing time: PAdES keeps it in the PDF. */
function signedAttributes(digest: Uint8Array<ArrayBuffer>, certificate: Uint8Array): Attribute[] {
  const attributes = [
    new Attribute({
      type: identifiers.contentType,
      values: [new asn1js.ObjectIdentifier({ value: identifiers.data })],
    }),
    new Attribute({ type: identifiers.messageDigest, values: [octets(digest)] }),
    new Attribute({ type: identifiers.signingCertificateV2, values: [essCertificate(certificate)] }),
  ];
  return attributes.toSorted((a, b) => Buffer.compare(derOf(a), derOf(b)));
}

function signatureAlgorithm(algorithm: Signer['algorithm']): AlgorithmIdentifier {
  return algorithm === 'RSA-SHA256'
    ? new AlgorithmIdentifier({ algorithmId: identifiers.rsa, algorithmParams: new asn1js.Null() })
    : new AlgorithmIdentifier({ algorithmId: identifiers.ecdsaSha256 });
}

/** A timestamp where one is to be had. */
export type MaybeStamp = (...of: Parameters<Stamp>) => Promise<Uint8Array<ArrayBuffer> | null>;

/** What a signature is put together from, but for the key. `digest`: SHA-256 of the content; `token`: a time for the signature. */
export type Signed = Pick<Signer, 'algorithm' | 'certificate' | 'chain'> & {
  digest: Uint8Array<ArrayBuffer>;
  signature: Uint8Array<ArrayBuffer>;
  token: Uint8Array<ArrayBuffer> | null;
};

/** What is beside the signature without being signed: one timestamp token, which is of the signature itself. */
function unsignedAttributes(token: Uint8Array<ArrayBuffer>): SignedAndUnsignedAttributes {
  const { result } = asn1js.fromBER(token);
  const attributes = [new Attribute({ type: identifiers.timestampToken, values: [result] })];
  return new SignedAndUnsignedAttributes({ type: 1, attributes });
}

/**
 * CMS SignedData in DER: the same parts give the same bytes, so that a signature is compared with what it should be.
 * Throws SigningFailed when the token would not be carried as it is.
 */
export function cadesEnvelope({ algorithm, certificate, chain, digest, signature, token }: Signed): Uint8Array {
  const { issuer, serialNumber } = Certificate.fromBER(certificate);
  const digestAlgorithm = new AlgorithmIdentifier({ algorithmId: identifiers.sha256 });
  const signedData = new SignedData({
    version: 1,
    digestAlgorithms: [digestAlgorithm],
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: identifiers.data }),
    certificates: [certificate, ...chain].map((der) => Certificate.fromBER(der)),
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({ issuer, serialNumber }),
        digestAlgorithm,
        signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes: signedAttributes(digest, certificate) }),
        signatureAlgorithm: signatureAlgorithm(algorithm),
        signature: octets(signature),
        ...(token ? { unsignedAttrs: unsignedAttributes(token) } : {}),
      }),
    ],
  });
  const content = new ContentInfo({ contentType: identifiers.signedData, content: signedData.toSchema(true) });
  const envelope = Buffer.from(content.toSchema().toBER());
  if (token && !envelope.includes(Buffer.from(token))) throw new SigningFailed('the timestamp is not written as DER');
  return Uint8Array.from(envelope);
}

/** The bytes that a key signs for content of this digest. */
export function toBeSigned(digest: Uint8Array<ArrayBuffer>, certificate: Uint8Array): Uint8Array {
  const attributes = signedAttributes(digest, certificate).map((attribute) => attribute.toSchema());
  return new Uint8Array(new asn1js.Set({ value: attributes }).toBER());
}

/**
 * A detached CAdES signature (CMS SignedData, DER) of content whose SHA-256 is `digest`. `stamp` gives a time for it, or
 * null where there is none.
 */
export async function cadesSignature(
  digest: Uint8Array<ArrayBuffer>,
  signer: Signer,
  stamp: MaybeStamp | null = null,
): Promise<Uint8Array> {
  const signature = Uint8Array.from(await signer.sign(toBeSigned(digest, signer.certificate)));
  const { algorithm, certificate, chain } = signer;
  const token = (await stamp?.(sha256(signature))) ?? null;
  return cadesEnvelope({ algorithm, certificate, chain, digest, signature, token });
}
