import { X509Certificate } from 'node:crypto';
import type { Verification } from '@concertation/shared/contracts';
import { isVouchedBy } from '../sign/timestamp/read-token.ts';
import { issued, type VerifiedSignature, verifyPdf } from '../sign/verify-pdf.ts';
import { commonName } from '../sign/common-name.ts';
import { bytesHold, provenanceHolds, readCarried } from './check-content.ts';
import { readAttachments } from './read-attachments.ts';

type Check = Verification['checks'][number];

const outcomeOf = (holds: boolean | null): Check['outcome'] => (holds === null ? 'absent' : holds ? 'holds' : 'fails');

/** A check that meets what it cannot read has failed. */
function tried(check: () => boolean | null): boolean | null {
  try {
    return check();
  } catch {
    return false;
  }
}

/** Whether a signer is one of those expected, or comes from an authority that is. */
function signerOutcome(signature: VerifiedSignature | null, expected: readonly Uint8Array[]): Check['outcome'] {
  if (signature === null || expected.length === 0) return 'absent';
  const known = expected.map((der) => new X509Certificate(der));
  const carried = [signature.certificate, ...signature.chain].map((der) => new X509Certificate(der));
  const [signer] = carried;
  if (known.some(({ raw }) => signer?.raw.equals(raw))) return 'holds';
  const isVouchedFor = known.some((authority) =>
    carried.some((each) => (authority.ca && each.raw.equals(authority.raw)) || issued(each, authority)),
  );
  return isVouchedFor ? 'issued' : 'fails';
}

/** Whether the times that the file carries hold, and come from an authority that is expected. */
function timestampOutcome(signature: VerifiedSignature | null, expected: readonly Uint8Array[]): Check['outcome'] {
  if (signature === null || signature.timestamps?.length === 0) return 'absent';
  if (signature.timestamps === null) return 'fails';
  return signature.timestamps.every((time) => isVouchedBy(time, expected)) ? 'issued' : 'holds';
}

/** The earliest time by which a file was signed, and who says so; one that an expected authority vouches for, if any is. */
function firstTime(signature: VerifiedSignature | null, expected: readonly Uint8Array[]): Verification['timestamp'] {
  const times = signature?.timestamps ?? [];
  const vouched = times.filter((time) => isVouchedBy(time, expected));
  const [first] = (vouched.length > 0 ? vouched : times).toSorted((a, b) => a.at.getTime() - b.at.getTime());
  const [der] = first?.certificates ?? [];
  if (!first || !der) return null;
  const certificate = new X509Certificate(der);
  return {
    at: first.at.toISOString(),
    authority: commonName(certificate),
    fingerprint: certificate.fingerprint256,
  };
}

/** The signature of the whole file, or null: for whom it was altered, cut, added to or never signed there is one answer. */
async function signatureOf(pdf: Uint8Array) {
  try {
    return await verifyPdf(pdf);
  } catch {
    return null;
  }
}

/** Of a signature that holds, what it is of, and the reason that it gives. */
export type Seal = Pick<VerifiedSignature, 'range' | 'reason'>;

/** What a file was found to be; its seal, null where its signature does not hold, is for who may have made it. */
export type Examined = { found: Verification; seal: Seal | null };

/** As `verifyFile`, with the seal. */
export async function examineFile(pdf: Uint8Array, expected: readonly Uint8Array[]): Promise<Examined> {
  const signature = await signatureOf(pdf);
  // Nothing of a file that nobody vouches for is opened.
  const files = signature
    ? await readAttachments(pdf).catch(() => new Map<string, Uint8Array>())
    : new Map<string, Uint8Array>();
  const certificate = signature && new X509Certificate(signature.certificate);
  const checks: Check[] = [
    { check: 'signature', outcome: outcomeOf(signature !== null) },
    { check: 'signer', outcome: signerOutcome(signature, expected) },
    { check: 'timestamp', outcome: timestampOutcome(signature, expected) },
    { check: 'frozen_bytes', outcome: outcomeOf(tried(() => bytesHold(files))) },
    { check: 'provenance', outcome: outcomeOf(tried(() => provenanceHolds(files))) },
  ];
  const found: Verification = {
    whole: checks.every(({ check, outcome }) => check === 'signer' || outcome !== 'fails'),
    checks,
    // What an altered file says of itself is not repeated: somebody could believe it.
    report: signature?.timestamps ? readReport(files) : null,
    signer: certificate && { name: signature?.signedBy ?? '', fingerprint: certificate.fingerprint256 },
    timestamp: firstTime(signature, expected),
  };
  return { found, seal: signature && { range: signature.range, reason: signature.reason } };
}

/**
 * Says whether a report's file is whole: its last signature covers it from the first byte to the last but for timestamps
 * added since, the times hold, the frozen bytes inside have the hash that is written, and every word of them has its
 * author. `expected`: certificates (DER) one of which should have signed, or issued who signed, and those of authorities
 * of time; none: the reader compares the fingerprints. No server, no network. Rules VER-1 to VER-4, VER-7.
 */
export async function verifyFile(pdf: Uint8Array, expected: readonly Uint8Array[] = []): Promise<Verification> {
  return (await examineFile(pdf, expected)).found;
}

function readReport(files: ReadonlyMap<string, Uint8Array>): Verification['report'] {
  try {
    const said = readCarried(files);
    if (!said) return null;
    const { documentNumber, version, establishment, frozenAt, frozenBy, replaces, stateHash } = said;
    return {
      documentNumber,
      version,
      establishment,
      frozenAt,
      frozenBy: frozenBy.name,
      replaces: replaces?.documentNumber ?? null,
      stateHash,
    };
  } catch {
    return null;
  }
}
