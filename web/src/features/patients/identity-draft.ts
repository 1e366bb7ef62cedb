import { normaliseIdentityName, type PatientIdentity, patientIdentity, type Sex } from '@concertation/shared/domain';
import { formatDate, parseTypedDate } from '../../lib/index.ts';

/** The identity form as it is being filled: dates as typed, names as typed. */
export type IdentityDraft = {
  birthName: string;
  birthGivenName: string;
  birthDate: string;
  sex: Sex | null;
  /** The patient uses another name than at birth. */
  differs: boolean;
  usedName: string;
  usedGivenName: string;
};

export const identityFields = ['birthName', 'birthGivenName', 'birthDate', 'sex', 'usedName', 'usedGivenName'] as const;
export type IdentityField = (typeof identityFields)[number];

export const emptyIdentity: IdentityDraft = {
  birthName: '',
  birthGivenName: '',
  birthDate: '',
  sex: null,
  differs: false,
  usedName: '',
  usedGivenName: '',
};

/** Opens the form on an identity that exists, to correct it. */
export function draftOf(identity: PatientIdentity): IdentityDraft {
  return {
    birthName: identity.birthName,
    birthGivenName: identity.birthGivenName,
    birthDate: formatDate(identity.birthDate),
    sex: identity.sex,
    differs: identity.usedName !== null || identity.usedGivenName !== null,
    usedName: identity.usedName ?? '',
    usedGivenName: identity.usedGivenName ?? '',
  };
}

/** A used name that says the same as the one at birth says nothing. */
function usedOf(typed: string, birth: string): string | null {
  const name = normaliseIdentityName(typed);
  return name === '' || name === normaliseIdentityName(birth) ? null : typed;
}

/** Reads the form: an identity as it will be stored, or the fields to correct in their order. */
export function readIdentity(draft: IdentityDraft): { identity: PatientIdentity } | { wrong: IdentityField[] } {
  const parsed = patientIdentity.safeParse({
    birthName: draft.birthName,
    birthGivenName: draft.birthGivenName,
    birthDate: parseTypedDate(draft.birthDate) ?? '',
    sex: draft.sex,
    usedName: draft.differs ? usedOf(draft.usedName, draft.birthName) : null,
    usedGivenName: draft.differs ? usedOf(draft.usedGivenName, draft.birthGivenName) : null,
  });
  const wrong = new Set<unknown>(parsed.success ? [] : parsed.error.issues.map(({ path }) => path[0]));
  const names = [draft.usedName, draft.usedGivenName].some((name) => name.trim() !== '');
  if (draft.differs && !names) wrong.add('usedName');
  if (parsed.success && wrong.size === 0) return { identity: parsed.data };
  return { wrong: identityFields.filter((field) => wrong.has(field)) };
}
