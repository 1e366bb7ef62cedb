type Listed = { presentationId: string };

/** One step on the list. */
export type Step = 'next' | 'previous';

/** The case one step away from the current one; null past either end. Before the first case, « next » is the first. */
export function neighbour<Line extends Listed>(
  presentations: readonly Line[],
  currentPresentationId: string | null,
  step: Step,
): Line | null {
  const at = presentations.findIndex((line) => line.presentationId === currentPresentationId);
  if (at === -1) return step === 'next' ? (presentations[0] ?? null) : null;
  return presentations[step === 'next' ? at + 1 : at - 1] ?? null;
}

/** The ids in a new order, with one moved to the place (0 is the first) asked for; unchanged when it is not listed. */
export function movedTo(presentationIds: readonly string[], presentationId: string, place: number): string[] {
  if (!presentationIds.includes(presentationId)) return [...presentationIds];
  const others = presentationIds.filter((id) => id !== presentationId);
  return others.toSpliced(Math.max(0, place), 0, presentationId);
}

/** The same lines in the order of the ids; what the ids do not name comes last, what is no longer listed is left out. */
export function inOrder<Line extends Listed>(
  presentations: readonly Line[],
  presentationIds: readonly string[],
): Line[] {
  const place = (line: Line): number => {
    const at = presentationIds.indexOf(line.presentationId);
    return at === -1 ? presentationIds.length : at;
  };
  return presentations.toSorted((one, other) => place(one) - place(other));
}

/**
 * The ids of the whole list when a part of it, all that a view shows, is in a new order: what the view does not show
 * keeps its place.
 */
export function orderedWithin(presentationIds: readonly string[], part: readonly string[]): string[] {
  const shown = new Set(part);
  const next = part.values();
  return presentationIds.map((id) => (shown.has(id) ? (next.next().value ?? id) : id));
}
