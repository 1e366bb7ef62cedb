import { X509Certificate } from 'node:crypto';
import type { Verification } from '@concertation/shared/contracts';
import { type VerifiedSignature, verifyPdf } from '../sign/verify-pdf.ts';
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
  const issued = known.some((authority) =>
    carried.some((each) => each.raw.equals(authority.raw) || each.verify(authority.publicKey)),
  );
  return issued ? 'issued' : 'fails';
}

/** The signature of the whole file, or null: for whom it was altered, cut, added to or never signed there is one answer. */
async function signatureOf(pdf: Uint8Array) {
  try {
    return await verifyPdf(pdf);
  } catch {
    return null;
  }
}

/**
 * Says whether a report's file is whole: its last signature covers it from the first byte to the last, the frozen bytes
 * inside have the hash that is written, and every word of them has its author. `expected`: certificates (DER) one of which
 * should have signed, or issued who signed; none: the reader compares the fingerprint. No server, no network.
 * Rules VER-1 to VER-4.
 */
export async function verifyFile(pdf: Uint8Array, expected: readonly Uint8Array[] = []): Promise<Verification> {
  const signature = await signatureOf(pdf);
  const files = await readAttachments(pdf).catch(() => new Map<string, Uint8Array>());
  const certificate = signature && new X509Certificate(signature.certificate);
  const checks: Check[] = [
    { check: 'signature', outcome: outcomeOf(signature !== null) },
    { check: 'signer', outcome: signerOutcome(signature, expected) },
    { check: 'frozen_bytes', outcome: outcomeOf(tried(() => bytesHold(files))) },
    { check: 'provenance', outcome: outcomeOf(tried(() => provenanceHolds(files))) },
  ];
  return {
    whole: checks.every(({ check, outcome }) => check === 'signer' || outcome !== 'fails'),
    checks,
    // What an altered file says of itself is not repeated: somebody could believe it.
    report: signature && readReport(files),
    signer: certificate && { name: signature?.signedBy ?? '', fingerprint: certificate.fingerprint256 },
  };
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
