import type { PatientIdentity } from '@concertation/shared/domain';
import { type RefObject, useState } from 'react';
import { type IdentityDraft, type IdentityField, readIdentity } from './identity-draft.ts';

/** The state of an identity form: errors appear when it is sent, and leave as each field is corrected. */
export function useIdentityForm(initial: IdentityDraft, form: RefObject<HTMLFormElement | null>) {
  const [draft, setDraft] = useState(initial);
  const [wrong, setWrong] = useState<readonly IdentityField[]>([]);
  const refuse = (fields: readonly IdentityField[]) => {
    setWrong(fields);
    // After the errors are drawn, the first wrong field takes the focus.
    setTimeout(() => form.current?.querySelector<HTMLElement>('[data-invalid] input')?.focus());
  };
  return {
    fields: {
      draft,
      wrong,
      onChange: (part: Partial<IdentityDraft>) => {
        setDraft({ ...draft, ...part });
        setWrong(wrong.filter((field) => !(field in part)));
      },
    },
    refuse,
    /** The identity as it will be stored, or null once the wrong fields are shown. */
    read: (): PatientIdentity | null => {
      const result = readIdentity(draft);
      if ('identity' in result) return result.identity;
      refuse(result.wrong);
      return null;
    },
  };
}
