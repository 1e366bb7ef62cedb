import { z } from 'zod';
import { foldText } from '@concertation/shared/domain';

/** Whom Pro Santé Connect names. */
export type ProvenIdentity = {
  /** `8` and the RPPS number, or another national identifier: the key of the link. */
  subjectNameId: string;
  /** 11 digits; null for who has none. */
  rpps: string | null;
  givenName: string;
  familyName: string;
};

const name = z.string().trim().min(1).max(80);
const claims = z.object({
  SubjectNameID: z.string().regex(/^[A-Za-z0-9]{1,64}$/),
  preferred_username: z.string().optional(),
  given_name: name,
  family_name: name,
  otherIds: z.array(z.object({ identifiant: z.string(), origine: z.string() })).default([]),
});

/** « 8 » and 11 digits is a national identifier for an RPPS number. Source: domain 3.1. */
const rppsIn = (identifier: string): string | null => /^8?(\d{11})$/.exec(identifier)?.[1] ?? null;

/**
 * Reads userinfo. Throws when it lacks what names somebody, or when it names two people: another login name, or another
 * RPPS number among the identifiers. Source: domain 3.4.
 */
export function readClaims(told: unknown): ProvenIdentity {
  const {
    SubjectNameID: subjectNameId,
    preferred_username: loginName,
    given_name: givenName,
    family_name: familyName,
    otherIds,
  } = claims.parse(told);
  if (loginName !== undefined && loginName !== subjectNameId) throw new Error('userinfo names two people');
  const rpps = /^8\d{11}$/.test(subjectNameId) ? subjectNameId.slice(1) : null;
  const others = otherIds.filter(({ origine }) => origine === 'RPPS').map(({ identifiant }) => rppsIn(identifiant));
  if (others.some((other) => other !== rpps)) throw new Error('userinfo tells two RPPS numbers');
  return { subjectNameId, rpps, givenName, familyName };
}

/** The family name of an account is the one that was proven, accents, case and hyphens aside. */
export function isSameName(one: string, other: string): boolean {
  return foldText(one) === foldText(other);
}
