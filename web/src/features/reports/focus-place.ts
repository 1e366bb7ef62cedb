const writable = '[contenteditable="true"], input:not([disabled]), textarea:not([disabled]), button:not([disabled])';

/** Brings a section or a field of the report into view, and the cursor into it. */
export function focusPlace(id: string): void {
  const place = document.getElementById(id);
  if (!place) return;
  place.scrollIntoView({ block: 'center' });
  // An editor's tools stand before its text: the text is what was asked for.
  const target =
    place.querySelector<HTMLElement>('[contenteditable="true"]') ?? place.querySelector<HTMLElement>(writable) ?? place;
  target.focus({ preventScroll: true });
}
