type Listener = (conversationId: string) => void;
const listeners = new Set<Listener>();

/** Tells the list that I left a conversation: far below its latest page, nothing else would. */
export function noteLeft(conversationId: string): void {
  for (const listener of listeners) listener(conversationId);
}

/** Hears which conversation was left; returns the way to stop hearing. */
export function onLeft(listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
