import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary as commonWords } from '@zxcvbn-ts/language-common';
import { dictionary as frenchWords } from '@zxcvbn-ts/language-fr';
import { foldText } from '@concertation/shared/domain';
import { AppError } from '../../lib/index.ts';

/** Whose password it will be: it may not hold what everybody knows of them. */
export type PasswordHolder = { givenName: string; familyName: string; email: string };

/** Of any characters: counted as they are read, not as they are encoded. */
const longEnough = /^.{12,}$/su;
/** Longer than this, the rest adds nothing to a judgement, and would take time to read. */
const judged = 72;
/** A part shorter than this is found in any sentence: « Le », « Roy ». */
const tellingLength = 4;
/** On zxcvbn's scale of 0 to 4: « safely unguessable », more than 10^8 tries. Below are lists of known ones, and what looks like them. */
const leastScore = 3;

let estimator: ZxcvbnFactory | null = null;
/** Its word lists take 30 MB: they are read at the first use. */
const estimate = (text: string, known: string[]) => {
  estimator ??= new ZxcvbnFactory({
    dictionary: { ...commonWords, ...frenchWords },
    graphs: adjacencyGraphs,
    maxLength: judged,
  });
  return estimator.check(text, known).score;
};

/** One text has several encodings; the same password must open from any keyboard. */
export const normalPassword = (text: string): string => text.normalize('NFC');

/**
 * Refuses a password that others would think of: known ones (lists of leaks, French and English words, names, keyboard
 * walks), and those that hold the person's name, the name of the address or the product's. Throws `password_common`, or
 * `invalid` when it has fewer than 12 characters. Source: OWASP ASVS 5.0, 6.2; domain 3.5.
 */
export function checkPassword(text: string, { givenName, familyName, email }: PasswordHolder): void {
  const normal = normalPassword(text);
  if (!longEnough.test(normal))
    throw new AppError('invalid', { fields: [{ field: 'password', problem: 'too_small' }] });
  const known = [givenName, familyName, email.split('@', 1)[0] ?? '', 'concertation'].map(foldText);
  const folded = foldText(normal);
  if (known.some((part) => part.length >= tellingLength && folded.includes(part)))
    throw new AppError('password_common');
  if (estimate(normal, known) < leastScore) throw new AppError('password_common');
}
