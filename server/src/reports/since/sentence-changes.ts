import { diffArrays } from 'diff';

export type SentenceChange = { change: 'added' | 'removed'; text: string };

const french = new Intl.Segmenter('fr', { granularity: 'sentence' });

/** The sentences of a text, without the white space around them; a line's end ends a sentence. */
export function sentencesOf(text: string): string[] {
  return [...french.segment(text)].map(({ segment }) => segment.replace(/\s+/g, ' ').trim()).filter(Boolean);
}

/** What came and went between two texts, sentence by sentence, in reading order; what stayed is not there. */
export function sentenceChanges(before: string, after: string): SentenceChange[] {
  return diffArrays(sentencesOf(before), sentencesOf(after)).flatMap(({ added, removed, value }) =>
    added || removed ? value.map((text): SentenceChange => ({ change: added ? 'added' : 'removed', text })) : [],
  );
}
