/** From this length a word may be mistyped: below, everything is one slip away from everything. */
export const correctedLength = 4;

/** A word, and itself less each of its letters. Two words that are one slip apart have one of these in common. */
export function slipsOf(word: string): string[] {
  const letters = Array.from(word);
  return [...new Set([word, ...letters.map((_, at) => letters.toSpliced(at, 1).join(''))])];
}

/** True when one letter is missing, in excess, wrong, or exchanged with the next. False for the same word. */
export function isOneSlipAway(typed: string, word: string): boolean {
  if (typed === word) return false;
  const [short, long] = typed.length <= word.length ? [typed, word] : [word, typed];
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  let end = 0;
  while (end < short.length - start && short.at(-1 - end) === long.at(-1 - end)) end += 1;
  const [left, right] = [short.slice(start, short.length - end), long.slice(start, long.length - end)];
  if (right.length === 1) return left.length <= 1;
  return right.length === 2 && left.length === 2 && left[0] === right[1] && left[1] === right[0];
}
