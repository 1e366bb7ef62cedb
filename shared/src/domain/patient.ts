import { z } from 'zod';

/** Sex as the national identity rules write it: M, F or I (indéterminé). Source: RNIV, INS traits. */
export const sexes = ['M', 'F', 'I'] as const;
export const sex = z.enum(sexes);
export type Sex = z.infer<typeof sex>;

/** Reliability of an identity. Source: FR Core, fr-core-cs-identity-status. */
export const identityStatuses = ['PROV', 'RECUP', 'VALI', 'QUAL'] as const;
export const identityStatus = z.enum(identityStatuses);
export type IdentityStatus = z.infer<typeof identityStatus>;

/**
 * A name as identity rules store it: capitals, no accents, hyphens and apostrophes kept, single spaces.
 * `œ` and `æ` are spelt out. Source: INS implementation guide, rule INS 1.2.
 */
export function normaliseIdentityName(name: string): string {
  return name
    .replace(/[œŒ]/g, 'OE')
    .replace(/[æÆ]/g, 'AE')
    .replace(/[ßẞ]/g, 'SS')
    .replace(/[’ʼ`´]/g, "'")
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/\s+/g, ' ')
    .trim();
}

const identityName = z
  .string()
  .max(100)
  .transform(normaliseIdentityName)
  .refine((name) => /^[A-Z](?:[A-Z '-]*[A-Z])?$/.test(name), { error: 'identity_name' });

/** True for a calendar day written YYYY-MM-DD that exists (29 February only in leap years). */
export function isCalendarDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** A birth date: an existing day, not before 1880, not in the future (compared in UTC + 14 h, the earliest day on earth). */
export const birthDate = z.string().refine(
  (text) => {
    const latest = new Date(Date.now() + 14 * 3600_000).toISOString().slice(0, 10);
    return isCalendarDate(text) && text >= '1880-01-01' && text <= latest;
  },
  { error: 'birth_date' },
);

/** The four traits asked at creation. Source: features.md SC-66; domain.md 4.3. */
export const patientTraits = z.object({ birthName: identityName, birthGivenName: identityName, birthDate, sex });
export type PatientTraits = z.infer<typeof patientTraits>;

/** Used names differ from birth names only for some patients; null when the same. */
export const patientIdentity = patientTraits.extend({
  usedName: identityName.nullable().default(null),
  usedGivenName: identityName.nullable().default(null),
});
export type PatientIdentity = z.infer<typeof patientIdentity>;
