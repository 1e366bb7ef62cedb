import { keptPlace } from '../../lib/index.ts';
import {
  capacities,
  emptyDraft,
  type RegistrationDraft,
  type RegistrationStep,
  stepNames,
  type Way,
} from './registration-draft.ts';

/** The form of this window, kept until it is sent: a page that is loaded again gives back what was typed, but the password. */
export type KeptDraft = { way: Way | null; step: RegistrationStep; draft: RegistrationDraft };

/** Who signs in, here or by Pro Santé Connect, and who signs out have it forgotten under this name. */
const place = () => keptPlace('registration', false);

/** Nothing typed yet. */
export const nothingKept = (means: RegistrationDraft['means']): KeptDraft => ({
  way: null,
  step: 'you',
  draft: { ...emptyDraft, means },
});

/** What this window kept; an empty form otherwise. */
export function readKeptDraft(means: RegistrationDraft['means']): KeptDraft {
  const nothing = nothingKept(means);
  const kept = place().read() as Partial<KeptDraft> | null;
  if (!kept) return nothing;
  const draft = { ...nothing.draft, ...kept.draft };
  return {
    way: kept.way ?? null,
    step: stepNames.find((step) => step === kept.step) ?? 'you',
    draft: { ...draft, capacity: capacities.find((capacity) => capacity === draft.capacity) ?? null },
  };
}

/** Keeps the form, or forgets it: it was sent, cleared, or the computer is shared. */
export const keepDraft = (kept: KeptDraft | null): void => place().keep(kept);
