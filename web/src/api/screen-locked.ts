type Listener = () => void;
const listeners = new Set<Listener>();

/** Tells the application that this session's screen is locked: from this window, or from another one. */
export function announceLocked(): void {
  for (const listener of listeners) listener();
}

/** Hears that the screen is locked; returns the way to stop hearing. */
export function onLocked(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
