/** Reads what this browser remembers for this person's comfort; null when nothing, or when storage is refused. */
export function readSetting(name: string): string | null {
  try {
    return localStorage.getItem(`concertation.${name}`);
  } catch {
    return null;
  }
}

/** Remembers a choice on this browser; null forgets it. A browser that refuses storage keeps the choice for this page. */
export function writeSetting(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`concertation.${name}`);
    else localStorage.setItem(`concertation.${name}`, value);
  } catch {
    // Comfort only: the page goes on with the choice it has.
  }
}
