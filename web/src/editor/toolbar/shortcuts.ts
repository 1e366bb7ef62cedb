import type { Action } from './actions.ts';

type Key = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

const blocks: Record<string, Action> = {
  Digit0: { kind: 'block', block: 'paragraph' },
  Digit1: { kind: 'block', block: 'h3' },
  Digit2: { kind: 'block', block: 'h4' },
};
const lists: Record<string, Action> = {
  Digit7: { kind: 'block', block: 'number' },
  Digit8: { kind: 'block', block: 'bullet' },
};

/** AltGr is Ctrl and Alt together on Windows: with a digit it writes one of these on a French keyboard. */
const writesOnAltGr = /^[~#{[|`\\^@\]}¤]$/;

/**
 * The action of a key, beside those that the editor knows by itself (Ctrl+B, I, U, Z, Y); null when it has none. Digits
 * go by their place: on a French keyboard they need Shift.
 */
export function shortcutOf({ key, code, ctrlKey, metaKey, shiftKey, altKey }: Key): Action | null {
  if (!ctrlKey && !metaKey) return null;
  if (key.toLowerCase() === 'k' && !shiftKey && !altKey) return { kind: 'link' };
  if (altKey && !shiftKey) return writesOnAltGr.test(key) ? null : (blocks[code] ?? null);
  if (shiftKey && !altKey) return lists[code] ?? null;
  return null;
}
