import { arrayOverlaps, desc, sql } from 'drizzle-orm';
import { directoryProfessionals, directoryWords } from '@concertation/schema';
import type { Executor } from '../../database/index.ts';
import { foundColumns, type FoundProfessional } from './professional-row.ts';
import { correctedLength, isOneSlipAway, slipsOf } from './slips.ts';

/** One typed word: whether some name has it as it is, and the words of names that are one slip away from it. */
export type TypedWord = { typed: string; known: boolean; corrections: string[] };

/** Below this length a word is looked for whole: as a beginning it would be that of everybody. */
const shortestBeginning = 4;
/** The last word is still being typed. */
const shortestLastBeginning = 3;
/** Words that a mistyped one may stand for: those that most people bear. */
const mostCorrections = 8;
const mostNeighbours = 400;

const vector = sql`to_tsvector('simple', ${directoryProfessionals.family} || ' ' || ${directoryProfessionals.given})`;

/**
 * A whole word is looked up, a begun one gathers all that begin so. Letters and digits alone, folded: nothing in it is a
 * sign of the query's own.
 */
const part = ({ typed, known }: TypedWord, shortest: number) =>
  known || typed.length < shortest ? typed : `${typed}:*`;

/** Who bears each word anywhere in their names, in any order, or with `corrected` one of its corrections. In no order. */
export function findByWords(
  executor: Executor,
  words: TypedWord[],
  { corrected, limit }: { corrected: boolean; limit: number },
): Promise<FoundProfessional[]> {
  const shortestOf = (at: number) => (at === words.length - 1 ? shortestLastBeginning : shortestBeginning);
  const query = words
    .map((word, at) => `(${[part(word, shortestOf(at)), ...(corrected ? word.corrections : [])].join(' | ')})`)
    .join(' & ');
  return executor
    .select(foundColumns)
    .from(directoryProfessionals)
    .where(sql`${vector} @@ to_tsquery('simple', ${query})`)
    .limit(limit);
}

/** What the words of the directory's names say of those that were typed, in one query. */
export async function lookUpWords(executor: Executor, words: string[]): Promise<TypedWord[]> {
  const slips = words.flatMap((word) => (word.length < correctedLength ? [word] : slipsOf(word)));
  const near = await executor
    .select({ word: directoryWords.word })
    .from(directoryWords)
    .where(arrayOverlaps(directoryWords.slips, slips))
    .orderBy(desc(directoryWords.bearers))
    .limit(mostNeighbours);
  return words.map((typed) => {
    const known = near.some(({ word }) => word === typed);
    if (typed.length < correctedLength) return { typed, known, corrections: [] };
    const corrections = near.filter(({ word }) => isOneSlipAway(typed, word)).slice(0, mostCorrections);
    return { typed, known, corrections: corrections.map(({ word }) => word) };
  });
}
