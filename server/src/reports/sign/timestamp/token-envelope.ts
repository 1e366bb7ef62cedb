import * as asn1js from 'asn1js';
import {
  AlgorithmIdentifier,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs';

const identifiers = {
  signedData: '1.2.840.113549.1.7.2',
  tokenInfo: '1.2.840.113549.1.9.16.1.4',
  ecdsa: '1.2.840.10045.4.3',
} as const;

/** A token's parts: what was signed (`info`, `attributes`), the signature, and the certificates (DER) that speak for it. */
export type TokenParts = {
  info: Uint8Array;
  attributes: NonNullable<SignerInfo['signedAttrs']>['attributes'];
  digest: string;
  method: AlgorithmIdentifier;
  signature: asn1js.OctetString;
  certificates: readonly Uint8Array[];
};

/** ECDSA has no parameters; RSA has none but says so; those of PSS are its own. Source: RFC 5754. */
function methodOf({ algorithmId, algorithmParams }: AlgorithmIdentifier): AlgorithmIdentifier {
  if (algorithmId.startsWith(identifiers.ecdsa)) return new AlgorithmIdentifier({ algorithmId });
  return new AlgorithmIdentifier({ algorithmId, algorithmParams: algorithmParams ?? new asn1js.Null() });
}

/**
 * A timestamp token in DER, of its parts and nothing else: the same parts give the same bytes, so that what an authority
 * did not sign (versions, names, certificates that prove nothing) can be nothing else than this. Source: RFC 3161, RFC 5652.
 */
export function tokenEnvelope(parts: TokenParts): Uint8Array<ArrayBuffer> {
  const { info, attributes, digest, method, signature, certificates } = parts;
  const [first] = certificates.map((der) => Certificate.fromBER(der));
  if (!first) throw new Error('a token has a certificate');
  const digestAlgorithm = new AlgorithmIdentifier({ algorithmId: digest });
  const encapContentInfo = new EncapsulatedContentInfo({ eContentType: identifiers.tokenInfo });
  // Given to the constructor it would be cut in pieces, which is no DER.
  encapContentInfo.eContent = new asn1js.OctetString({ valueHex: Uint8Array.from(info).buffer });
  const signedData = new SignedData({
    version: 3,
    digestAlgorithms: [digestAlgorithm],
    encapContentInfo,
    certificates: certificates.map((der) => Certificate.fromBER(der)),
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({ issuer: first.issuer, serialNumber: first.serialNumber }),
        digestAlgorithm,
        signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes }),
        signatureAlgorithm: methodOf(method),
        signature,
      }),
    ],
  });
  const content = new ContentInfo({ contentType: identifiers.signedData, content: signedData.toSchema(true) });
  return new Uint8Array(content.toSchema().toBER());
}
