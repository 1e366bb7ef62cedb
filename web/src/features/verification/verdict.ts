import type { CheckedFile } from '@concertation/shared/contracts';

export type Verdict = 'altered' | 'current' | 'replaced' | 'document' | 'elsewhere';

/** What to think of a file, in one word. Rule VER-6. */
export function verdictOf({ whole, copy }: CheckedFile): Verdict {
  if (!whole || copy === null) return 'altered';
  if (!copy.signedHere) return 'elsewhere';
  if (copy.documentNumber === null) return 'document';
  return copy.replacedBy === null ? 'current' : 'replaced';
}
