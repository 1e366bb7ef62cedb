import { diffArrays } from 'diff';

/** In the middle of what changed, fewer units alike are chance: « avec » and « veau » have two. */
const shortestRun = 3;
/** Above so many changes the middle is another text. */
const mostChanges = 2_000;

function commonStart(before: string, after: string): number {
  const longest = Math.min(before.length, after.length);
  let length = 0;
  while (length < longest && before[length] === after[length]) length += 1;
  return length;
}

function commonEnd(before: string, after: string, start: number): number {
  const longest = Math.min(before.length, after.length) - start;
  let length = 0;
  while (length < longest && before[before.length - 1 - length] === after[after.length - 1 - length]) length += 1;
  return length;
}

/**
 * Calls back for each UTF-16 unit that stands in both texts, with its place in each: what they begin and end with alike,
 * and runs alike between. Same texts, same answer.
 */
export function alignTexts(before: string, after: string, same: (before: number, after: number) => void): void {
  const start = commonStart(before, after);
  const end = commonEnd(before, after, start);
  const run = (from: number, to: number, length: number): void => {
    for (let unit = 0; unit < length; unit += 1) same(from + unit, to + unit);
  };
  run(0, 0, start);
  let from = start;
  let to = start;
  const middle = [before.slice(start, before.length - end), after.slice(start, after.length - end)] as const;
  const changes = diffArrays(middle[0].split(''), middle[1].split(''), { maxEditLength: mostChanges });
  for (const { added, removed, value } of changes ?? []) {
    if (!added && !removed && value.length >= shortestRun) run(from, to, value.length);
    if (!added) from += value.length;
    if (!removed) to += value.length;
  }
  run(before.length - end, after.length - end, end);
}
