import type { ReportFacts } from '../facts.ts';
import { frenchDay, frenchTime } from './french-date.ts';

const verdicts = { agrees: 'Accord', dissents: 'Désaccord' } as const;

/**
 * « Relecture » on paper: who agreed to the decision's words or dissented, when and why, and the specialties that said
 * nothing; null for a report of before it was recorded. `words` makes a fact drawable. Rule RBK-5.
 */
export function readBackWords<Words>(
  { readBack }: ReportFacts,
  words: (text: string) => Words,
): { answers: { verdict: string; who: Words; reason: Words | null }[]; awaited: Words | null } | null {
  if (!readBack) return null;
  const said = [
    ...readBack.answers.map((one) => ({ ...one, of: verdicts[one.verdict] })),
    ...readBack.earlier.map((one) => ({ ...one, of: `${verdicts[one.verdict]} sur des mots modifiés depuis` })),
  ];
  const answers = said.map(({ name, specialty, of, reason, at }) => ({
    verdict: of,
    who: words(
      `de ${[name, specialty].filter((word) => word !== '').join(', ')}, ${frenchDay(at)} à ${frenchTime(at)}`,
    ),
    reason: reason === null ? null : words(reason),
  }));
  return { answers, awaited: readBack.awaited.length === 0 ? null : words(readBack.awaited.join(', ')) };
}
