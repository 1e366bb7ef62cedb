import { z } from 'zod';

/** True for digits that pass Luhn: each second one from the right is doubled, and the sum is a multiple of ten. */
function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - at) - 48;
    const doubled = digit * 2;
    if (at % 2 === 0) sum += digit;
    else sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** True for what may be an RPPS number: 11 digits, the whole of which passes Luhn. Source: domain.md 3.1. */
export function isRpps(text: string): boolean {
  return /^\d{11}$/.test(text) && passesLuhn(text);
}

/** An RPPS number as somebody types it: spaces are left out. */
export const rpps = z
  .string()
  .transform((typed) => typed.replace(/\s/g, ''))
  .refine(isRpps, 'rpps');

/** The national identification of a bearer of an RPPS number, as the directory and Pro Santé Connect write it. */
export const nationalIdOfRpps = (number: string): string => `8${number}`;
