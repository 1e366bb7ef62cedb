/**
 * A text as searches compare it: lower case, without accents, punctuation turned to single spaces. « Hôpital d'Alès »
 * and « hopital d alès » are the same. Used on both sides, so that what is stored and what is typed agree.
 */
export function foldText(text: string): string {
  return text
    .replace(/[œŒ]/g, 'oe')
    .replace(/[æÆ]/g, 'ae')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
