import {
  capacities,
  emptyDraft,
  type RegistrationDraft,
  type RegistrationStep,
  stepNames,
  type Way,
} from './registration-draft.ts';

const name = 'concertation.registration';

/** The form of this window, kept until it is sent: a page that is loaded again gives back what was typed, but the password. */
export type KeptDraft = { way: Way | null; step: RegistrationStep; draft: RegistrationDraft };

/** Nothing typed yet. */
export const nothingKept = (means: RegistrationDraft['means']): KeptDraft => ({
  way: null,
  step: 'you',
  draft: { ...emptyDraft, means },
});

/** What this window kept; an empty form otherwise. */
export function readKeptDraft(means: RegistrationDraft['means']): KeptDraft {
  const nothing = nothingKept(means);
  try {
    const kept = JSON.parse(sessionStorage.getItem(name) ?? 'null') as Partial<KeptDraft> | null;
    if (!kept) return nothing;
    const draft = { ...nothing.draft, ...kept.draft };
    return {
      way: kept.way ?? null,
      step: stepNames.find((step) => step === kept.step) ?? 'you',
      draft: { ...draft, capacity: capacities.find((capacity) => capacity === draft.capacity) ?? null },
    };
  } catch {
    // Storage refused, or something else wrote there: an empty form.
    return nothing;
  }
}

/** Keeps the form, or forgets it: it was sent, cleared, or the computer is shared. */
export function keepDraft(kept: KeptDraft | null): void {
  try {
    if (kept) sessionStorage.setItem(name, JSON.stringify(kept));
    else sessionStorage.removeItem(name);
  } catch {
    // Comfort only.
  }
}
