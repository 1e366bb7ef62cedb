import { createPrivateKey, type KeyObject, sign, X509Certificate } from 'node:crypto';
import { SignerRefused } from './failures.ts';

/** Who signs: a key that may be anywhere (a file, a module, a service), and the certificates that speak for it. */
export type Signer = {
  /** The signing certificate, DER. */
  certificate: Uint8Array;
  /** Its authorities, DER, from the nearest to the root; may be empty. */
  chain: Uint8Array[];
  algorithm: 'RSA-SHA256' | 'ECDSA-SHA256';
  /** Hashes with SHA-256 and signs. RSA: PKCS#1 v1.5; ECDSA: DER of r and s. */
  sign: (bytes: Uint8Array) => Promise<Uint8Array>;
};

/** Opens the establishment's key; asked at each try, so that a repaired key is found without a restart. */
export type OpenKey = () => Promise<Signer>;

/** The certificates above one, in order, taken from an unordered heap. */
function chainOf(certificate: X509Certificate, others: X509Certificate[]): X509Certificate[] {
  const chain: X509Certificate[] = [];
  for (let child = certificate; ;) {
    const parent = others.find(
      (other) => other.ca && !chain.includes(other) && other.raw.compare(child.raw) !== 0 && child.checkIssued(other),
    );
    if (!parent) return chain;
    chain.push(parent);
    child = parent;
  }
}

function algorithmOf(key: KeyObject): Signer['algorithm'] {
  if (key.asymmetricKeyType === 'rsa') return 'RSA-SHA256';
  if (key.asymmetricKeyType === 'ec') return 'ECDSA-SHA256';
  throw new SignerRefused(`SIGNING_P12 contient une clé ${key.asymmetricKeyType} : donnez une clé RSA ou ECDSA.`);
}

/** A signer whose key is in memory. `privateKey` is PKCS#8 DER; the certificates are DER, in any order. */
export function keySigner(privateKey: Uint8Array, certificates: Uint8Array[]): Signer {
  const key = createPrivateKey({ key: Buffer.from(privateKey), format: 'der', type: 'pkcs8' });
  const all = certificates.map((der) => new X509Certificate(der));
  const certificate = all.find((candidate) => candidate.checkPrivateKey(key));
  if (!certificate)
    throw new SignerRefused(
      'SIGNING_P12 ne contient pas le certificat de sa clé privée : exportez de nouveau le certificat avec sa clé.',
    );
  const chain = chainOf(certificate, all);
  const top = chain.at(-1);
  if (top && !top.checkIssued(top))
    throw new SignerRefused(
      'SIGNING_P12 contient une chaîne de certificats incomplète : exportez-la jusqu’à l’autorité racine, ou sans autorité.',
    );
  return {
    certificate: certificate.raw,
    chain: chain.map((authority) => authority.raw),
    algorithm: algorithmOf(key),
    sign: (bytes) => Promise.resolve(sign('sha256', bytes, key)),
  };
}

/** Throws SignerRefused when a certificate is not valid at an instant: what it signs then would be worth nothing. */
export function assertValidAt(signer: Signer, at: Date): void {
  const { validFromDate, validToDate } = new X509Certificate(signer.certificate);
  if (at < validFromDate || at > validToDate)
    throw new SignerRefused(
      `Le certificat de SIGNING_P12 est valable du ${validFromDate.toISOString().slice(0, 10)} au ${validToDate.toISOString().slice(0, 10)} : renouvelez-le.`,
    );
}
