import { emptyDraft, type RegistrationDraft, type Way } from './registration-draft.ts';

const name = 'concertation.registration';

/** The form of this window, kept until it is sent: a page that is loaded again gives back what was typed, but the password. */
export type KeptDraft = { way: Way | null; draft: RegistrationDraft };

/** What this window kept; an empty form otherwise. */
export function readKeptDraft(means: RegistrationDraft['means']): KeptDraft {
  try {
    const kept = JSON.parse(sessionStorage.getItem(name) ?? 'null') as Partial<KeptDraft> | null;
    if (kept) return { way: kept.way ?? null, draft: { ...emptyDraft, ...kept.draft } };
  } catch {
    // Storage refused, or something else wrote there: an empty form.
  }
  return { way: null, draft: { ...emptyDraft, means } };
}

/** Keeps the form, or forgets it once it was sent. */
export function keepDraft(kept: KeptDraft | null): void {
  try {
    if (kept) sessionStorage.setItem(name, JSON.stringify(kept));
    else sessionStorage.removeItem(name);
  } catch {
    // Comfort only.
  }
}
