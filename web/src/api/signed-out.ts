type Listener = () => void;
const listeners = new Set<Listener>();

/** Tells the application that the session has ended: a call was refused, or the socket was closed for it. */
export function announceSignedOut(): void {
  for (const listener of listeners) listener();
}

/** Hears that the session has ended; returns the way to stop hearing. */
export function onSignedOut(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
