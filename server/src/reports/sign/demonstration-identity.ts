import { webcrypto } from 'node:crypto';
import * as asn1js from 'asn1js';
import {
  AttributeTypeAndValue,
  AuthorityKeyIdentifier,
  BasicConstraints,
  Certificate,
  CertificatePolicies,
  Extension,
  ExtKeyUsage,
  PolicyInformation,
  type RelativeDistinguishedNames,
} from 'pkijs';
import { engine } from './engine.ts';

const keyAlgorithm = { name: 'ECDSA', namedCurve: 'P-256' };
const day = 86_400_000;

/** Source: RFC 5280; document signing from RFC 9336. Common verifiers also ask a policy and the e-mail purpose. */
const identifiers = {
  commonName: '2.5.4.3',
  subjectKeyIdentifier: '2.5.29.14',
  keyUsage: '2.5.29.15',
  basicConstraints: '2.5.29.19',
  certificatePolicies: '2.5.29.32',
  anyPolicy: '2.5.29.32.0',
  authorityKeyIdentifier: '2.5.29.35',
  extendedKeyUsage: '2.5.29.37',
  emailProtection: '1.3.6.1.5.5.7.3.4',
  documentSigning: '1.3.6.1.5.5.7.3.36',
} as const;

/** First byte of the key usage bits, and how many low bits of it are unused. */
const keyUsages = {
  signsDocuments: { bits: 0b1100_0000, unused: 6 },
  signsCertificates: { bits: 0b0000_0110, unused: 1 },
} as const;

/** One name part only: pkijs would put several into one, which readers show badly. */
function name(subject: RelativeDistinguishedNames, commonName: string): void {
  subject.typesAndValues.push(
    new AttributeTypeAndValue({ type: identifiers.commonName, value: new asn1js.Utf8String({ value: commonName }) }),
  );
}

async function keyIdentifier(publicKey: webcrypto.CryptoKey): Promise<ArrayBuffer> {
  return webcrypto.subtle.digest('SHA-1', await webcrypto.subtle.exportKey('spki', publicKey));
}

type Value = { toBER(): ArrayBuffer };

const extension = (extnID: string, critical: boolean, value: Value) =>
  new Extension({ extnID, critical, extnValue: value.toBER() });

function keyUsage({ bits, unused }: (typeof keyUsages)[keyof typeof keyUsages]): Extension {
  return extension(
    identifiers.keyUsage,
    true,
    new asn1js.BitString({ valueHex: Uint8Array.of(bits).buffer, unusedBits: unused }),
  );
}

async function blank(commonName: string, issuer: string, publicKey: webcrypto.CryptoKey): Promise<Certificate> {
  const certificate = new Certificate({ version: 2 });
  certificate.serialNumber = new asn1js.Integer({
    valueHex: Uint8Array.of(0x40, ...webcrypto.getRandomValues(new Uint8Array(15))).buffer,
  });
  name(certificate.subject, commonName);
  name(certificate.issuer, issuer);
  certificate.notBefore.value = new Date(Date.now() - day);
  certificate.notAfter.value = new Date(Date.now() + 3650 * day);
  await certificate.subjectPublicKeyInfo.importKey(publicKey, engine);
  certificate.extensions = [
    extension(
      identifiers.subjectKeyIdentifier,
      false,
      new asn1js.OctetString({ valueHex: await keyIdentifier(publicKey) }),
    ),
  ];
  return certificate;
}

async function makeAuthority(commonName: string, keys: webcrypto.CryptoKeyPair): Promise<Certificate> {
  const certificate = await blank(commonName, commonName, keys.publicKey);
  certificate.extensions?.push(
    extension(identifiers.basicConstraints, true, new BasicConstraints({ cA: true, pathLenConstraint: 0 }).toSchema()),
    keyUsage(keyUsages.signsCertificates),
  );
  await certificate.sign(keys.privateKey, 'SHA-256', engine);
  return certificate;
}

async function makeEstablishment(
  commonName: string,
  issuer: string,
  publicKey: webcrypto.CryptoKey,
  authority: webcrypto.CryptoKeyPair,
): Promise<Certificate> {
  const certificate = await blank(commonName, issuer, publicKey);
  certificate.extensions?.push(
    extension(identifiers.basicConstraints, true, new BasicConstraints({ cA: false }).toSchema()),
    keyUsage(keyUsages.signsDocuments),
    extension(
      identifiers.extendedKeyUsage,
      false,
      new ExtKeyUsage({ keyPurposes: [identifiers.documentSigning, identifiers.emailProtection] }).toSchema(),
    ),
    extension(
      identifiers.certificatePolicies,
      false,
      new CertificatePolicies({
        certificatePolicies: [new PolicyInformation({ policyIdentifier: identifiers.anyPolicy })],
      }).toSchema(),
    ),
    extension(
      identifiers.authorityKeyIdentifier,
      false,
      new AuthorityKeyIdentifier({
        keyIdentifier: new asn1js.OctetString({ valueHex: await keyIdentifier(authority.publicKey) }),
      }).toSchema(),
    ),
  );
  await certificate.sign(authority.privateKey, 'SHA-256', engine);
  return certificate;
}

function pem(label: string, der: ArrayBuffer): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}

/**
 * A new authority and one establishment it vouches for, as PEM: private key, certificate, authority. The authority's key
 * is forgotten at once: it will never vouch for anybody else. Every name says DÉMONSTRATION.
 */
export async function makeDemonstrationIdentity(): Promise<string> {
  const authorityKeys = await webcrypto.subtle.generateKey(keyAlgorithm, false, ['sign', 'verify']);
  const keys = await webcrypto.subtle.generateKey(keyAlgorithm, true, ['sign', 'verify']);
  const authorityName = 'Autorité de DÉMONSTRATION Concertation';
  const authority = await makeAuthority(authorityName, authorityKeys);
  const establishment = await makeEstablishment(
    'Établissement de DÉMONSTRATION Concertation, sans valeur',
    authorityName,
    keys.publicKey,
    authorityKeys,
  );
  return [
    pem('PRIVATE KEY', await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)),
    pem('CERTIFICATE', establishment.toSchema(true).toBER()),
    pem('CERTIFICATE', authority.toSchema(true).toBER()),
  ].join('');
}
