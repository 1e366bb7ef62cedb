import { newAccount } from '@concertation/shared/contracts';
import type { Title } from '@concertation/shared/domain';
import { wrongFields } from './wrong-fields.ts';

/** The sign-up form as it is being filled. */
export type SignUpDraft = {
  title: Title | null;
  givenName: string;
  familyName: string;
  specialty: string;
  email: string;
  passkeyName: string;
};

export const signUpFields = ['title', 'givenName', 'familyName', 'specialty', 'email', 'passkeyName'] as const;
export type SignUpField = (typeof signUpFields)[number];

/** The fields to correct, in the order of the form. */
export function wrongSignUpFields({ passkeyName, ...account }: SignUpDraft): SignUpField[] {
  const wrong = wrongFields(newAccount, account);
  const name = passkeyName.trim();
  if (name === '' || name.length > 60) wrong.add('passkeyName');
  return signUpFields.filter((field) => wrong.has(field));
}
