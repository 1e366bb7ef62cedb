import { familyName, givenNames } from '../../seed/words.ts';

const openings = 'B C D F G J L M N P R S T V BR CH CL CR DR FL FR GR PL PR TR'.split(' ');
const vowels = ['A', 'E', 'I', 'O', 'U', 'AU', 'EU', 'OI', 'OU', 'AN', 'IN', 'ON'];
const closings = 'ARD AUD EAU EL ER ET EZ IER IN ON OT OUX'.split(' ');

/** About 200,000 family names, the same for the same number; the first ones are short and usual. */
function familyWord(nth: number): string {
  if (nth < 2304) return familyName(nth).replace(' ', '');
  let left = nth;
  const next = (letters: string[]) => {
    const letter = letters[left % letters.length] as string;
    left = Math.floor(left / letters.length);
    return letter;
  };
  return next(openings) + next(vowels) + next(openings) + next(closings) + (left > 0 ? next(vowels) : '');
}

/** About 900 first names: usual ones, then ones made of two parts. */
function givenWord(nth: number): string {
  const plain = givenNames[nth % givenNames.length] as string;
  const capital = plain[0] + plain.slice(1).toLowerCase();
  if (nth < givenNames.length) return capital;
  return (
    capital + (vowels[nth % vowels.length] as string).toLowerCase() + closings[nth % closings.length]?.toLowerCase()
  );
}

const families = 200_000;
const givens = 900;

export type InventedName = { familyName: string; givenName: string };

/** A name as they are spread in a country: a few very common, most of them rare, one in fifteen composed. */
export function inventName(random: () => number): InventedName {
  const one = () => familyWord(Math.floor(families * random() ** 2.4));
  const first = () => givenWord(Math.floor(givens * random() ** 2));
  const chance = random();
  if (chance < 0.04) return { familyName: `${one()}-${one()}`, givenName: first() };
  if (chance < 0.07) return { familyName: `LE ${one()}`, givenName: first() };
  if (chance < 0.12) return { familyName: one(), givenName: `${first()}-${first()}` };
  return { familyName: one(), givenName: first() };
}
