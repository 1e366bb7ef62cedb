import { z } from 'zod';
import { foldText } from './fold-text.ts';
import { notPhysicians } from './specialties.ts';

const specialty = z.string().trim().min(1).max(120);

/** A specialty that must be there: any of the alternatives counts, each by its beginning (« Chirurgie » for all). */
export const quorumRule = z.object({
  anyOf: z.array(specialty).min(1).max(10),
  minimum: z.number().int().min(1).max(9),
});

/** A board's quorum. `specialties` is how many physicians of different specialties must be there. Source: domain.md 1.3. */
export const quorumRules = z.object({
  specialties: z.number().int().min(1).max(15),
  rules: z.array(quorumRule).max(15),
});
export type QuorumRules = z.infer<typeof quorumRules>;

/** The quorum that the national framework sets for a standard oncology meeting. Source: domain.md 1.3 (INCa, December 2023). */
export const oncologyQuorum: QuorumRules = {
  specialties: 3,
  rules: [
    { anyOf: ['Chirurgie'], minimum: 1 },
    { anyOf: ['Oncologie médicale'], minimum: 1 },
    { anyOf: ['Oncologie radiothérapie', 'Radiothérapie'], minimum: 1 },
  ],
};

/** Somebody present: `authenticated` when a signed-in connection says so, not a line typed by the secretary. */
export type Present = { accountId: string | null; name: string; specialty: string; authenticated: boolean };

export const quorumMissing = z.discriminatedUnion('kind', [
  /** So many more different specialties. */
  z.object({ kind: z.literal('specialties'), count: z.number().int() }),
  /** So many more of these. */
  z.object({ kind: z.literal('rule'), anyOf: z.array(z.string()), count: z.number().int() }),
  /** Nobody in charge of the patient is there. Source: SC-84. */
  z.object({ kind: z.literal('treating') }),
]);
export type QuorumMissing = z.infer<typeof quorumMissing>;

export const quorumStatus = z.object({ met: z.boolean(), missing: z.array(quorumMissing), typed: z.number().int() });
export type QuorumStatus = z.infer<typeof quorumStatus>;

const nonMedical = notPhysicians.map(foldText);

/**
 * Whether those present make the quorum, and what is missing. Somebody there twice counts once. `treating` are the
 * accounts in charge of the patient, of whom one must be there; null when no case is at stake. `typed` counts those
 * only the secretary vouches for.
 */
export function evaluateQuorum(
  rules: QuorumRules,
  present: Present[],
  treating: readonly string[] | null,
): QuorumStatus {
  const people = new Map<string, Present>();
  for (const person of present) {
    const key = person.accountId ?? foldText(person.name);
    const known = people.get(key);
    if (!known || (person.authenticated && !known.authenticated)) people.set(key, person);
  }
  const physicians = [...people.values()]
    .map((person) => ({ ...person, folded: foldText(person.specialty) }))
    .filter(({ folded }) => folded !== '' && !nonMedical.some((other) => folded.startsWith(other)));
  const missing: QuorumMissing[] = [];
  const distinct = new Set(physicians.map(({ folded }) => folded)).size;
  if (distinct < rules.specialties) missing.push({ kind: 'specialties', count: rules.specialties - distinct });
  for (const { anyOf, minimum } of rules.rules) {
    const accepted = anyOf.map(foldText);
    const count = physicians.filter(({ folded }) => accepted.some((start) => folded.startsWith(start))).length;
    if (count < minimum) missing.push({ kind: 'rule', anyOf, count: minimum - count });
  }
  if (treating && ![...people.values()].some(({ accountId }) => accountId && treating.includes(accountId)))
    missing.push({ kind: 'treating' });
  const typed = [...people.values()].filter(({ authenticated }) => !authenticated).length;
  return { met: missing.length === 0, missing, typed };
}
