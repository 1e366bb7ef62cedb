/** What says that a person has taken over. */
const uses = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;

/**
 * Brings a part of the page to the top, and keeps it there while what stands above it is still coming; until the person
 * uses the page. Returns how to stop.
 */
export function holdInView(part: HTMLElement): () => void {
  const sizes = new ResizeObserver(() => part.scrollIntoView());
  const stop = (): void => {
    sizes.disconnect();
    for (const use of uses) window.removeEventListener(use, stop);
  };
  for (const use of uses) window.addEventListener(use, stop, { passive: true });
  part.scrollIntoView();
  if (part.parentElement) sizes.observe(part.parentElement);
  return stop;
}
