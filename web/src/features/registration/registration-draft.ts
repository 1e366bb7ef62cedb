import type { Answer } from '../../api/index.ts';
import { type Registration, registration } from '@concertation/shared/contracts';
import { type AddressReaders, type Service, services, type Title, titles } from '@concertation/shared/domain';

/** How one registers. Source: SC-10. */
export type Way = 'directory' | 'manual';
/** What will open the account. */
export type Means = 'passkey' | 'password';
/** « Je m’inscris en tant que »: it decides whether an RPPS number is asked. Source: PA-19. */
export const capacities = ['numbered', 'unnumbered', 'other'] as const;
export type Capacity = (typeof capacities)[number];

/** The form as it is being filled; the password is kept apart, and nowhere. */
export type RegistrationDraft = {
  capacity: Capacity | null;
  title: Title | null;
  givenName: string;
  familyName: string;
  email: string;
  phone: string;
  specialty: string;
  profession: string;
  rpps: string;
  workplace: string;
  services: readonly Service[];
  addressReaders: AddressReaders;
  means: Means;
  accepted: boolean;
};

export type Professional = Answer<'searchDirectory'>['professionals'][number];

/** The steps, in their order, and the fields of each in the order of the form. */
export const registrationSteps = {
  you: ['capacity', 'title', 'givenName', 'familyName', 'profession', 'specialty', 'rpps', 'workplace'],
  contact: ['email', 'phone', 'services', 'addressReaders'],
  opening: ['password', 'accepted'],
} as const;
export type RegistrationStep = keyof typeof registrationSteps;
export const stepNames = Object.keys(registrationSteps) as RegistrationStep[];

export const registrationFields = Object.values(registrationSteps).flat();
export type RegistrationField = (typeof registrationFields)[number];

/** The step where a field is. */
export const stepOf = (field: RegistrationField): RegistrationStep =>
  stepNames.find((step) => (registrationSteps[step] as readonly string[]).includes(field)) ?? 'you';

export const emptyDraft: RegistrationDraft = {
  capacity: null,
  title: null,
  givenName: '',
  familyName: '',
  email: '',
  phone: '',
  specialty: '',
  profession: '',
  rpps: '',
  workplace: '',
  services,
  addressReaders: 'colleagues',
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
    capacity: found.rpps === null ? 'unnumbered' : 'numbered',
    title: titles.find((title) => title === found.title) ?? draft.title,
    givenName: asWritten(found.givenName),
    familyName: asWritten(found.familyName),
    profession: found.profession,
    specialty: found.specialties[0] ?? found.profession,
    rpps: found.rpps ?? '',
    workplace: place.join(', ').slice(0, 160),
  };
}

/**
 * What is sent, or the fields to correct in the order of the form. A number is asked of who registers as having one; what
 * somebody else typed there before is not sent. Source: SC-11, SC-15, PA-19.
 */
export function readDraft(
  draft: RegistrationDraft,
  password: string,
): { registration: Registration } | { wrong: RegistrationField[] } {
  const { capacity, means, rpps, ...fields } = draft;
  const parsed = registration.safeParse({
    ...fields,
    rpps: capacity === 'numbered' ? rpps : null,
    password: means === 'password' ? password : null,
  });
  if (parsed.success && capacity !== null) return { registration: parsed.data };
  const wrong = new Set<unknown>(parsed.error?.issues.map(({ path }) => path[0]));
  if (capacity === null) wrong.add('capacity');
  return { wrong: registrationFields.filter((field) => wrong.has(field)) };
}
