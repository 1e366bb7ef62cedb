import type { Answer } from '../../api/index.ts';
import { type Registration, registration } from '@concertation/shared/contracts';
import { type Title, titles } from '@concertation/shared/domain';

/** How one registers. Source: SC-10. */
export type Way = 'directory' | 'manual';
/** What will open the account. */
export type Means = 'passkey' | 'password';

/** The form as it is being filled; the password is kept apart, and nowhere. */
export type RegistrationDraft = {
  title: Title | null;
  givenName: string;
  familyName: string;
  email: string;
  phone: string;
  specialty: string;
  profession: string;
  rpps: string;
  workplace: string;
  means: Means;
  accepted: boolean;
};

export type Professional = Answer<'searchDirectory'>['professionals'][number];

/** In the order of the form. */
export const registrationFields = [
  'title',
  'givenName',
  'familyName',
  'profession',
  'specialty',
  'rpps',
  'workplace',
  'email',
  'phone',
  'password',
  'accepted',
] as const;
export type RegistrationField = (typeof registrationFields)[number];

export const emptyDraft: RegistrationDraft = {
  title: null,
  givenName: '',
  familyName: '',
  email: '',
  phone: '',
  specialty: '',
  profession: '',
  rpps: '',
  workplace: '',
  means: 'passkey',
  accepted: false,
};

const namePart = /(^|[\s'’-])(\p{L})/gu;
/** « LE GOFF-DUPONT » as a name is written by hand: « Le Goff-Dupont ». What is not all capitals stays. */
function asWritten(name: string): string {
  if (name !== name.toLocaleUpperCase('fr')) return name;
  return name.toLocaleLowerCase('fr').replace(namePart, (_, before: string, first: string) => {
    return before + first.toLocaleUpperCase('fr');
  });
}

/** The form filled with what the directory knows; what it does not know stays as it was typed. Source: SC-13. */
export function fillFromDirectory(draft: RegistrationDraft, found: Professional): RegistrationDraft {
  const place = [found.structures[0], found.towns[0]].filter((part) => part !== undefined && part !== '');
  return {
    ...draft,
    title: titles.find((title) => title === found.title) ?? draft.title,
    givenName: asWritten(found.givenName),
    familyName: asWritten(found.familyName),
    profession: found.profession,
    specialty: found.specialties[0] ?? found.profession,
    rpps: found.rpps ?? '',
    workplace: place.join(', ').slice(0, 160),
  };
}

/** What is sent, or the fields to correct in the order of the form. An empty RPPS number is none. Source: SC-11, SC-15. */
export function readDraft(
  draft: RegistrationDraft,
  password: string,
): { registration: Registration } | { wrong: RegistrationField[] } {
  const { means, rpps, ...fields } = draft;
  const parsed = registration.safeParse({
    ...fields,
    rpps: rpps.trim() === '' ? null : rpps,
    password: means === 'password' ? password : null,
  });
  if (parsed.success) return { registration: parsed.data };
  const wrong = new Set(parsed.error.issues.map(({ path }) => path[0]));
  return { wrong: registrationFields.filter((field) => wrong.has(field)) };
}
