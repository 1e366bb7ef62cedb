import { createHash, verify, X509Certificate } from 'node:crypto';
import * as asn1js from 'asn1js';
import { Certificate, ContentInfo, ExtKeyUsage, SignedData, type SignerInfo, TSTInfo } from 'pkijs';
import { TimestampRefused } from '../failures.ts';
import { tokenEnvelope } from './token-envelope.ts';

/** Source: RFC 3161 (TSP), RFC 5816 (ESS version 2), RFC 5652 (CMS), RFC 8017, RFC 5758. */
const identifiers = {
  signedData: '1.2.840.113549.1.7.2',
  tokenInfo: '1.2.840.113549.1.9.16.1.4',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  extendedKeyUsage: '2.5.29.37',
  timeStamping: '1.3.6.1.5.5.7.3.8',
  rsaPss: '1.2.840.113549.1.1.10',
} as const;

const digests: Record<string, string> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};
/** Of each signature algorithm its digest; null: that of the signer's `digestAlgorithm`. */
const signatures: Record<string, string | null> = {
  '1.2.840.113549.1.1.1': null,
  [identifiers.rsaPss]: null,
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
  '1.2.840.10045.4.3.2': 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
};

/** A time that somebody vouches for: when, and the certificates that say who, DER, from who signed to the highest carried. */
export type Timestamp = { at: Date; certificates: Uint8Array[] };

function demand(condition: unknown, problem: string): asserts condition {
  if (!condition) throw new TimestampRefused('timestamp_refused', problem);
}

const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
const view = (buffer: ArrayBuffer): Uint8Array => new Uint8Array(buffer);

/** The only value of a signed attribute that is there exactly once. */
function attribute({ signedAttrs }: SignerInfo, type: string): asn1js.AsnType | null {
  const found = (signedAttrs?.attributes ?? []).filter((each) => each.type === type);
  demand(found.length <= 1 && found.every(({ values }) => values.length === 1), 'an attribute is there twice');
  return (found[0]?.values[0] as asn1js.AsnType | undefined) ?? null;
}

/** The certificate's hash in an ESS attribute: of SHA-1 in version 1; in version 2 of SHA-256 unless it is named. */
function essHash(signer: SignerInfo): { algorithm: string; hash: Uint8Array } {
  const second = attribute(signer, identifiers.signingCertificateV2);
  const value = second ?? attribute(signer, identifiers.signingCertificate);
  demand(value instanceof asn1js.Sequence, 'the token does not name its certificate');
  const [list] = value.valueBlock.value;
  const [identifier] = list instanceof asn1js.Sequence ? list.valueBlock.value : [];
  const parts = identifier instanceof asn1js.Sequence ? identifier.valueBlock.value : [];
  const [first] = parts;
  const named = first instanceof asn1js.Sequence ? first.valueBlock.value[0] : null;
  const hash = named ? parts[1] : first;
  const algorithm = named instanceof asn1js.ObjectIdentifier ? digests[named.valueBlock.toString()] : 'sha256';
  demand(hash instanceof asn1js.OctetString && algorithm, 'the token names its certificate in an unknown way');
  return { algorithm: second ? algorithm : 'sha1', hash: view(hash.getValue()) };
}

/** Certificates that may say the time, and nothing else. */
function demandPurpose(certificate: Uint8Array): void {
  const extension = Certificate.fromBER(certificate).extensions?.find(
    ({ extnID }) => extnID === identifiers.extendedKeyUsage,
  );
  const purposes = extension?.parsedValue instanceof ExtKeyUsage ? extension.parsedValue.keyPurposes : [];
  demand(
    extension?.critical && purposes.length === 1 && purposes[0] === identifiers.timeStamping,
    'the certificate is not one of a timestamping authority',
  );
}

/** From who signed to the highest certificate carried, each valid at the time that is said. */
function chainAt(signer: X509Certificate, carried: X509Certificate[], at: Date): X509Certificate[] {
  const chain = [signer];
  for (let child = signer; ;) {
    demand(at >= child.validFromDate && at <= child.validToDate, 'a certificate of the token is not valid at its time');
    const parent = carried.find(
      (each) =>
        !chain.some(({ raw }) => raw.equals(each.raw)) &&
        each.ca &&
        child.checkIssued(each) &&
        child.verify(each.publicKey),
    );
    if (!parent) break;
    chain.push(parent);
    child = parent;
  }
  const top = chain.at(-1) as X509Certificate;
  demand(top.issuer === top.subject && top.verify(top.publicKey), 'the chain of the token does not reach a root');
  return chain;
}

function demandSignature(signer: SignerInfo, content: Uint8Array, certificate: X509Certificate): void {
  const digest = digests[signer.digestAlgorithm.algorithmId];
  demand(digest, 'the token has a digest that is not accepted');
  const { signedAttrs } = signer;
  const type = attribute(signer, identifiers.contentType);
  const said = attribute(signer, identifiers.messageDigest);
  demand(
    signedAttrs &&
      type instanceof asn1js.ObjectIdentifier &&
      type.valueBlock.toString() === identifiers.tokenInfo &&
      said instanceof asn1js.OctetString &&
      same(view(said.getValue()), createHash(digest).update(content).digest()),
    'the token does not sign what it says',
  );
  const method = signer.signatureAlgorithm.algorithmId;
  const hash = method in signatures ? (signatures[method] ?? digest) : null;
  demand(hash, 'the token has a signature that is not accepted');
  const key = { key: certificate.publicKey, ...(method === identifiers.rsaPss ? { padding: 6 } : {}) };
  demand(
    verify(hash, view(signedAttrs.encodedValue), key, view(signer.signature.getValue())),
    'the signature of the token does not hold',
  );
}

function parse(token: Uint8Array) {
  const { result, offset } = asn1js.fromBER(token);
  demand(offset === token.length, 'the token cannot be read');
  const { contentType, content } = new ContentInfo({ schema: result });
  demand(contentType === identifiers.signedData, 'the token is not CMS signed data');
  const { signerInfos, encapContentInfo, certificates } = new SignedData({ schema: content });
  const [signer, ...more] = signerInfos;
  demand(signer && more.length === 0, 'the token has not exactly one signer');
  demand(
    encapContentInfo.eContentType === identifiers.tokenInfo && encapContentInfo.eContent,
    'the token says no time',
  );
  const bytes = view(encapContentInfo.eContent.getValue());
  const carried = (certificates ?? [])
    .filter((each) => each instanceof Certificate)
    .map((each) => new X509Certificate(Buffer.from(each.toSchema(true).toBER())));
  return { signer, bytes, info: TSTInfo.fromBER(bytes), carried };
}

/** What a token says, and how it is written with nothing but what proves it. */
type Checked = { timestamp: Timestamp; canonical: Uint8Array<ArrayBuffer> };

/** What is asked of a token beside what it is of: the answer to a question, and roots that it need not carry. */
type Asked = { nonce: Uint8Array; roots: readonly Uint8Array[] };

function check(token: Uint8Array, imprint: Uint8Array, asked: Asked | null): Checked {
  const { signer, bytes, info, carried: sent } = parse(token);
  const carried = [...sent, ...(asked?.roots ?? []).map((der) => new X509Certificate(der))];
  const { hashAlgorithm, hashedMessage } = info.messageImprint;
  demand(
    digests[hashAlgorithm.algorithmId] === 'sha256' && same(view(hashedMessage.getValue()), imprint),
    'the token is of something else',
  );
  demand(
    asked === null || (info.nonce && same(info.nonce.valueBlock.valueHexView, asked.nonce)),
    'the token answers another question',
  );
  const { algorithm, hash } = essHash(signer);
  const certificate = carried.find(({ raw }) => same(createHash(algorithm).update(raw).digest(), hash));
  demand(certificate, 'the token does not carry its certificate');
  demandPurpose(certificate.raw);
  demandSignature(signer, bytes, certificate);
  const certificates = chainAt(certificate, carried, info.genTime).map(({ raw }) => raw);
  const canonical = tokenEnvelope({
    info: bytes,
    attributes: signer.signedAttrs?.attributes ?? [],
    digest: signer.digestAlgorithm.algorithmId,
    method: signer.signatureAlgorithm,
    signature: signer.signature,
    certificates,
  });
  return { timestamp: { at: info.genTime, certificates }, canonical };
}

function checked(token: Uint8Array, imprint: Uint8Array, asked: Asked | null): Checked {
  try {
    return check(token, imprint, asked);
  } catch (cause) {
    if (cause instanceof TimestampRefused) throw cause;
    throw new TimestampRefused('timestamp_refused', 'the token cannot be read', { cause });
  }
}

/**
 * Takes a token (DER) that an authority gave: checks it as `readToken` does and that it answers this question, and gives
 * it as the product keeps it: without what nothing proves, with its root. Throws TimestampRefused.
 */
export function takeToken(token: Uint8Array, imprint: Uint8Array, asked: Asked): Uint8Array<ArrayBuffer> {
  const { canonical } = checked(token, imprint, asked);
  readToken(canonical, imprint);
  return canonical;
}

/**
 * Checks a timestamp token (DER) with nothing but what it carries: it is of these bytes' SHA-256, its certificate may say
 * the time, is the one that it names and was valid then, its chain and its signature hold, and it holds nothing else. Who
 * stands at the top is for its reader to trust. Throws TimestampRefused. Source: RFC 3161.
 */
export function readToken(token: Uint8Array, imprint: Uint8Array): Timestamp {
  const { timestamp, canonical } = checked(token, imprint, null);
  demand(same(canonical, token), 'the token holds something that nothing proves');
  return timestamp;
}

/** Whether a time is vouched for by one of some authorities (DER), named themselves or above who signed. */
export function isVouchedBy({ certificates }: Timestamp, roots: readonly Uint8Array[]): boolean {
  const carried = certificates.map((der) => new X509Certificate(der));
  return roots
    .map((der) => new X509Certificate(der))
    .some((root) =>
      carried.some(
        (each) => each.raw.equals(root.raw) || (root.ca && each.checkIssued(root) && each.verify(root.publicKey)),
      ),
    );
}
