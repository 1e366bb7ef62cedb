/** When this session was last used, in any of its windows (milliseconds since 1970). */
const name = 'concertation.lastUse';
/** Windows tell each other at most this often. */
const toldEveryMs = 5_000;

let here = Date.now();
let told = 0;

/** Somebody pressed a key or moved a pointer in this window. */
export function noteUse(): void {
  here = Date.now();
  if (here - told < toldEveryMs) return;
  told = here;
  try {
    localStorage.setItem(name, String(here));
  } catch {
    // Without storage each window counts for itself.
  }
}

/** The latest use, here or in another window of this browser. */
export function lastUse(): number {
  try {
    const elsewhere = Number(localStorage.getItem(name));
    return elsewhere <= Date.now() ? Math.max(here, elsewhere) : here;
  } catch {
    return here;
  }
}
