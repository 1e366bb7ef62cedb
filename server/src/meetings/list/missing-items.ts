import type { MissingItem } from '@concertation/shared/contracts';
import type { BoardLabel, Guideline, Question } from '@concertation/shared/domain';

/** What a presentation is judged on. */
export type Readiness = {
  /** Sections and fields of the sheet that hold words. */
  filled: ReadonlySet<string>;
  /** What the patient answered; null when nothing was recorded. */
  consent: { opposition: 'none' | 'objected' } | null;
  board: { labels: BoardLabel[]; labelsMandatory: boolean; questionnaire: Question[] };
  labels: readonly string[];
  answers: Readonly<Record<string, string>>;
  /** Keys of the questions that a document answers. */
  fileAnswers: ReadonlySet<string>;
  track: 'discussion' | 'registration';
  guideline: Guideline | null;
};

/** Sections without which nothing can be discussed. Source: SC-66, SC-87. */
const mandatorySections = ['diagnosis', 'history', 'question'] as const;

function isAnswered(question: Question, { answers, fileAnswers }: Readiness): boolean {
  const answer = answers[question.key]?.trim() ?? '';
  if (question.type === 'document') return fileAnswers.has(question.key);
  return question.type === 'choice' ? question.choices.includes(answer) : answer !== '';
}

/**
 * What a case still lacks to be presented, in the order in which its form asks for it; empty: « prêt ». A label or a
 * choice that the board no longer has counts for nothing. Source: SC-66, SC-71, SC-72, SC-87; domain.md 1.1, 6.1.
 */
export function missingItems(readiness: Readiness): MissingItem[] {
  const { filled, consent, board, labels, track, guideline } = readiness;
  const missing: MissingItem[] = mandatorySections
    .filter((section) => !filled.has(section))
    .map((section) => ({ kind: 'section', section }));
  if (consent === null) missing.push({ kind: 'consent' });
  if (consent?.opposition === 'objected') missing.push({ kind: 'objection' });
  const labelled = board.labels.some(({ key }) => labels.includes(key));
  if (board.labelsMandatory && board.labels.length > 0 && !labelled) missing.push({ kind: 'labels' });
  for (const question of board.questionnaire)
    if (question.mandatory && !isAnswered(question, readiness))
      missing.push({ kind: 'answer', label: question.label, key: question.key });
  if (track === 'registration' && guideline === null) missing.push({ kind: 'guideline' });
  return missing;
}
