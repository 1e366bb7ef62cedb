/** The length that a password must reach; the contract says the same. */
export const passwordLength = 12;

/** What a password still misses, as far as this page can tell; the server also knows the common ones. */
export type PasswordAdvice = { missing: number; personal: boolean };

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Reads a password as it is typed: how many characters it misses, and whether it holds one of these words of its owner. */
export function passwordAdvice(password: string, owner: readonly string[]): PasswordAdvice {
  const folded = fold(password);
  const words = [...owner, 'concertation'].map((word) => fold(word.trim())).filter((word) => word.length >= 4);
  return {
    missing: Math.max(0, passwordLength - password.length),
    personal: words.some((word) => folded.includes(word)),
  };
}
