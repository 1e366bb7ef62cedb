import { foldText } from '@concertation/shared/domain';

/** What somebody typed: the beginning of a number, or words of names, folded. Null: too little to search. */
export type TypedSearch = { kind: 'number'; digits: string } | { kind: 'names'; words: string[] } | null;

const mostWords = 6;
/** Longer than any name; PostgreSQL would leave a longer word out of the question. */
const longestWord = 100;

/** Tells a number from names. An RPPS number may be typed with spaces, or as national identification, with its 8. */
export function readTypedSearch(text: string): TypedSearch {
  const digits = text.replace(/[\s.]/g, '');
  if (/^\d+$/.test(digits)) {
    const number = digits.length === 12 && digits.startsWith('8') ? digits.slice(1) : digits;
    return number.length >= 3 && number.length <= 11 ? { kind: 'number', digits: number } : null;
  }
  const words = foldText(text)
    .split(' ')
    .filter(Boolean)
    .slice(0, mostWords)
    .map((word) => word.slice(0, longestWord));
  return words.join('').length >= 2 ? { kind: 'names', words } : null;
}

/** A family name and a first name, each the beginning of the real one; empty for any. */
export type NameReading = { family: string; given: string };

/** Each way to read words as a family name and a first name, in both orders: « le goff yann », « yann le goff ». */
export function nameReadings(words: string[]): NameReading[] {
  const whole = words.join(' ');
  const readings: NameReading[] = [];
  for (let at = 1; at < words.length; at += 1) {
    const [before, after] = [words.slice(0, at).join(' '), words.slice(at).join(' ')];
    readings.push({ family: before, given: after }, { family: after, given: before });
  }
  return [...readings, { family: whole, given: '' }, { family: '', given: whole }];
}
