import type { FoundProfessional } from './professional-row.ts';

/** How far from what was typed: words not borne as typed or completed; then, words that are no whole word; then a first name typed first. */
function distance({ family, given }: FoundProfessional, words: string[]): [number, number, number] {
  const borne = `${family} ${given}`.split(' ');
  const missing = words.filter((word) => !borne.some((one) => one.startsWith(word))).length;
  const partial = words.filter((word) => !borne.includes(word)).length;
  const [firstWord = ''] = words;
  return [missing, partial, family.startsWith(firstWord) ? 0 : 1];
}

/** Puts what was found by words in order: fewest corrections first, whole words first, then by name. */
export function rank(found: FoundProfessional[], words: string[]): FoundProfessional[] {
  const keyed = found.map((professional) => ({ professional, key: distance(professional, words) }));
  const byName = (a: FoundProfessional, b: FoundProfessional) =>
    a.family < b.family ? -1 : a.family > b.family ? 1 : a.given < b.given ? -1 : a.given > b.given ? 1 : 0;
  return keyed
    .toSorted(
      (a, b) =>
        a.key[0] - b.key[0] || a.key[1] - b.key[1] || a.key[2] - b.key[2] || byName(a.professional, b.professional),
    )
    .map(({ professional }) => professional);
}
