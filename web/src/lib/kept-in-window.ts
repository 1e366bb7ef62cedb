const prefix = 'concertation.kept.';
type Listener = () => void;
const listeners = new Set<Listener>();

/** What this window keeps under a name, as it was kept; null when nothing is, or when storage is refused. */
export function readKept(name: string): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(prefix + name) ?? 'null') as unknown;
  } catch {
    // Storage refused, or something else wrote there: nothing is kept.
    return null;
  }
}

/** Keeps something until this window is closed; null forgets it. Never on a shared computer: that is the caller's to know. */
export function keepInWindow(name: string, value: unknown): void {
  try {
    if (value === null) sessionStorage.removeItem(prefix + name);
    else sessionStorage.setItem(prefix + name, JSON.stringify(value));
  } catch {
    // Comfort only: the page goes on with what it has.
  }
}

/** Forgets all that this window keeps under names that begin so: its person left. */
export function forgetKept(beginning: string): void {
  for (const listener of listeners) listener();
  try {
    const names = Array.from({ length: sessionStorage.length }, (_, index) => sessionStorage.key(index) ?? '');
    for (const name of names) if (name.startsWith(prefix + beginning)) sessionStorage.removeItem(name);
  } catch {
    // Storage refused: nothing was kept.
  }
}

/** Hears that something kept is being forgotten: what is held of it in memory goes too. */
export function onForgotten(listener: Listener): void {
  listeners.add(listener);
}
