import type { Executor } from '../../database/index.ts';
import { findByNames } from './find-by-beginning.ts';
import { findByWords, lookUpWords } from './find-by-words.ts';
import type { FoundProfessional } from './professional-row.ts';
import { rank } from './rank.ts';
import { nameReadings } from './typed-search.ts';

/** What was found so far, best first, once each. */
export type Found = Map<string, FoundProfessional>;

/** Found by words in no order, this many are put in order. */
const ranked = 200;

/** Keeps what was not found yet, after what was. */
export function keep(found: Found, more: FoundProfessional[]): void {
  for (const one of more) if (!found.has(one.nationalId)) found.set(one.nationalId, one);
}

/** Somebody bears every word that was typed, whole: nothing was mistyped. */
function isBorne(found: Found, words: string[]): boolean {
  return [...found.values()].some(({ family, given }) => {
    const borne = `${family} ${given}`.split(' ');
    return words.every((word) => borne.includes(word));
  });
}

/**
 * The cheapest way first, and no further one once `wanted` are found: names that begin as typed, read along an index; then
 * words anywhere in the names; then, when nobody bears all of them, words one slip away.
 */
export async function findNames(executor: Executor, words: string[], found: Found, wanted: number): Promise<void> {
  for (const reading of nameReadings(words)) {
    keep(found, await findByNames(executor, reading, wanted));
    if (found.size >= wanted) return;
  }
  const typed = await lookUpWords(executor, words);
  keep(found, rank(await findByWords(executor, typed, { corrected: false, limit: ranked }), words));
  if (found.size >= wanted || isBorne(found, words)) return;
  if (typed.every(({ corrections }) => corrections.length === 0)) return;
  keep(found, rank(await findByWords(executor, typed, { corrected: true, limit: ranked }), words));
}
