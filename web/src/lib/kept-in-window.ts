const prefix = 'concertation.kept.';
/** What is kept of a computer that others use: by this page alone, until it is loaded again or its person leaves. */
const inMemory = new Map<string, unknown>();

/** Where one thing that is being written is kept. */
export type KeptPlace = {
  /** As it was kept; null when nothing is, or when storage is refused. */
  read: () => unknown;
  /** Null forgets it. Once its person left, it does nothing: what was on its way then writes nothing back. */
  keep: (value: unknown) => void;
};
const places = new Map<string, KeptPlace>();
const listeners = new Set<{ beginning: string; listener: () => void }>();

function readWindow(name: string): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(prefix + name) ?? 'null') as unknown;
  } catch {
    // Storage refused, or something else wrote there: nothing is kept.
    return null;
  }
}

function writeWindow(name: string, value: unknown): void {
  try {
    if (value === null) sessionStorage.removeItem(prefix + name);
    else sessionStorage.setItem(prefix + name, JSON.stringify(value));
  } catch {
    // Comfort only: the page goes on with what it has.
  }
}

function writeMemory(name: string, value: unknown): void {
  if (value === null) inMemory.delete(name);
  else inMemory.set(name, value);
}

/** The place of a name: this window; on a shared computer the memory of this page, which another page of ours finds again. */
export function keptPlace(name: string, shared: boolean): KeptPlace {
  const key = `${shared ? 'memory' : 'window'} ${name}`;
  const known = places.get(key);
  if (known) return known;
  const write = shared ? writeMemory : writeWindow;
  const place: KeptPlace = {
    read: () => (shared ? (inMemory.get(name) ?? null) : readWindow(name)),
    keep: (value) => {
      if (places.get(key) === place) write(name, value);
    },
  };
  places.set(key, place);
  return place;
}

/** Something under names that begin so goes with this page, when it is closed or loaded again. */
export const holdsInMemory = (beginning: string): boolean =>
  [...inMemory.keys()].some((name) => name.startsWith(beginning));

/** Forgets all that is kept under names that begin so; '' is everything: its person left. */
export function forgetKept(beginning: string): void {
  for (const key of places.keys()) if (key.slice(key.indexOf(' ') + 1).startsWith(beginning)) places.delete(key);
  for (const { beginning: heard, listener } of listeners) if (heard.startsWith(beginning)) listener();
  for (const name of inMemory.keys()) if (name.startsWith(beginning)) inMemory.delete(name);
  try {
    const names = Array.from({ length: sessionStorage.length }, (_, index) => sessionStorage.key(index) ?? '');
    for (const name of names) if (name.startsWith(prefix + beginning)) sessionStorage.removeItem(name);
  } catch {
    // Storage refused: nothing was kept.
  }
}

/** Hears that what is kept under names that begin so is being forgotten: what else is held of it goes too. */
export function onForgotten(beginning: string, listener: () => void): void {
  listeners.add({ beginning, listener });
}
