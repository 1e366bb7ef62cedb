import type { RegistrationDraft, RegistrationField } from './registration-draft.ts';

type Word = Exclude<RegistrationField, 'capacity' | 'title' | 'services' | 'addressReaders' | 'password' | 'accepted'>;

/** What each step of the form works with. */
export type StepProps = {
  draft: RegistrationDraft;
  change: (part: Partial<RegistrationDraft>) => void;
  isWrong: (field: RegistrationField) => boolean;
  /** A line of text: its value, its change, its error in words. */
  field: (name: Word) => { value: string; onChange: (value: string) => void; error: string | false; name: string };
};
