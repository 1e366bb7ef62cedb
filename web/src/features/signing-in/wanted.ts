import { readSetting, safePath, writeSetting } from '../../lib/index.ts';

const name = 'wanted';

type Wanted = { path: string; email: string };

/**
 * Keeps where somebody wanted to go when they chose to register first: the link of the mail may open another window. It
 * is theirs: whoever signs in with another address goes elsewhere. The home page is nothing to keep.
 */
export function keepWanted(path: string, email: string): void {
  const kept: Wanted = { path, email: email.toLowerCase() };
  writeSetting(name, path === '/' ? null : JSON.stringify(kept));
}

/** Forgets it: somebody signed out, or the computer is shared. */
export function forgetWanted(): void {
  writeSetting(name, null);
}

/** Where who signs in with this address wanted to go, once; the home page otherwise. Whoever signs in, it is forgotten. */
export function takeWanted(email: string | null): string {
  try {
    const kept = JSON.parse(readSetting(name) ?? 'null') as Partial<Wanted> | null;
    return kept && kept.email === email ? safePath(kept.path) : '/';
  } catch {
    // Something else wrote there: nothing was wanted.
    return '/';
  } finally {
    forgetWanted();
  }
}
