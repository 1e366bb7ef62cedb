import { z } from 'zod';

/** How far an account may go. `closed`: its trial is over and nobody validated it. Source: SC-22, SC-23. */
export const standings = ['trial', 'verified', 'closed'] as const;
export type Standing = (typeof standings)[number];

/** From the facts of an account to how far it may go. A suspended or erased account has no session at all. */
export function standingOf(facts: { verifiedAt: Date | null; trialEndsAt: Date | null }, now: Date): Standing {
  if (facts.verifiedAt) return 'verified';
  return facts.trialEndsAt && facts.trialEndsAt > now ? 'trial' : 'closed';
}

/** How a session was opened. */
export const sessionMeans = [
  'passkey',
  'password_totp',
  'password_sms',
  'password_email',
  'recovery_code',
  'pro_sante_connect',
  'guest_link',
  'demonstration',
] as const;
export type SessionMeans = (typeof sessionMeans)[number];

/** Where the code of a sign-in comes from. Source: SC-19, SC-20. */
export const codeChannels = ['totp', 'sms', 'email'] as const;
export type CodeChannel = (typeof codeChannels)[number];

/** At least 12 characters, at most what nobody would type; which ones is nobody's business. Source: OWASP ASVS 5.0, 6.2. */
export const password = z.string().min(12).max(256);

/** The six digits of a code, spaces allowed as they are read aloud. */
export const code = z
  .string()
  .transform((value) => value.replace(/\s/g, ''))
  .pipe(z.string().regex(/^\d{6}$/));

/** Four digits that unlock a screen. Source: PA-24. */
export const pin = z.string().regex(/^\d{4}$/);

/**
 * A telephone number as it is dialled, in France or with its country, to E.164: « 06 12 34 56 78 » → « +33612345678 ».
 * Source: SC-14, ITU-T E.164.
 */
export const phone = z
  .string()
  .transform((value) => value.replace(/[\s().-]/g, '').replace(/^00/, '+'))
  .transform((value) => (/^0[1-9]\d{8}$/.test(value) ? `+33${value.slice(1)}` : value))
  .pipe(z.string().regex(/^\+[1-9]\d{7,14}$/));

/** What proves that somebody is a health professional. Source: SC-23. */
export const proofKinds = ['professional_card', 'hospital_badge'] as const;
export type ProofKind = (typeof proofKinds)[number];

/** How an account asks to be validated. Source: SC-23, SC-24. */
export const validationKinds = ['proof', 'administrator', 'sponsor'] as const;
export type ValidationKind = (typeof validationKinds)[number];

/** `asked_again`: the proof cannot be read, another one is awaited. */
export const validationStates = ['waiting', 'accepted', 'refused', 'asked_again', 'withdrawn'] as const;
export type ValidationState = (typeof validationStates)[number];

/** A trial lasts one month. Source: SC-22. */
export const trialDays = 30;

/** The places of the product that an account chose to have before its eyes; the others stay reachable by a link. Source: PA-18. */
export const services = ['patients', 'colleagues', 'opinions', 'staff', 'cohorts'] as const;
export type Service = (typeof services)[number];

/** At least one. */
export const chosenServices = z.array(z.enum(services)).min(1).max(services.length);

/** Who sees the professional address of an account: nobody, those of its organisations and boards, everybody signed in. Source: PA-19. */
export const addressReaders = ['nobody', 'colleagues', 'everybody'] as const;
export type AddressReaders = (typeof addressReaders)[number];
