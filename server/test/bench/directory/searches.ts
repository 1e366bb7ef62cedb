import { inventedPeople } from './generate-extraction.ts';

/** What people type, by kind: the same for everybody who measures. */
export type Searches = Map<string, string[]>;

const each = 400;
/** Somebody every so many: spread over the whole directory of a quick run too. */
const every = 97;

/** One slip in the middle of the word, of each kind in turn. */
function mistype(word: string, turn: number): string {
  const at = 1 + (turn % Math.max(1, word.length - 2));
  if (turn % 4 === 0) return word.slice(0, at) + word.slice(at + 1);
  if (turn % 4 === 1) return `${word.slice(0, at)}x${word.slice(at)}`;
  if (turn % 4 === 2) return `${word.slice(0, at)}x${word.slice(at + 1)}`;
  return word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2);
}

/** Searches for people who are in the generated directory. */
export function makeSearches(): Searches {
  const searches: Searches = new Map([
    ['family name and first name', []],
    ['first name and family name', []],
    ['family name', []],
    ['beginning of a name', []],
    ['RPPS number', []],
    ['a slip in the family name', []],
    ['nobody', []],
  ]);
  let nth = 0;
  for (const { familyName, givenName, rpps } of inventedPeople()) {
    nth += 1;
    if (nth % every !== 0) continue;
    const turn = nth / every;
    if (turn > each) break;
    const typed = [
      `${familyName} ${givenName}`,
      `${givenName} ${familyName}`,
      familyName,
      familyName.slice(0, 3 + (turn % 3)),
      turn % 2 === 0 ? rpps : rpps.slice(0, 7),
      `${mistype(familyName, turn)} ${givenName}`,
      `zyx${familyName} ${givenName}`,
    ];
    for (const [at, list] of [...searches.values()].entries()) list.push((typed[at] as string).toLowerCase());
  }
  return searches;
}
