import { type BoardLabel, isCalendarDate, paragraph, type Question } from '@concertation/shared/domain';
import { AppError } from '../../lib/index.ts';

export type Answers = { labels?: string[] | undefined; answers?: Record<string, string> | undefined };

const words = paragraph(4000);

function fits(question: Question, value: string): boolean {
  switch (question.type) {
    case 'text':
      return words.safeParse(value).success;
    case 'choice':
      return question.choices.includes(value);
    case 'number':
      return /^-?\d{1,12}([.,]\d{1,6})?$/.test(value.trim());
    case 'date':
      return isCalendarDate(value);
    case 'document':
      return false;
  }
}

/**
 * Throws `invalid`, naming the wrong keys, unless each label is the board's and each answer is to one of its questions
 * and of its type. An empty answer clears. A document's answer is a file, never a text. Source: SC-71, SC-72.
 */
export function checkAnswers(
  board: { labels: BoardLabel[]; questionnaire: Question[] },
  { labels = [], answers = {} }: Answers,
): void {
  const known = new Set(board.labels.map(({ key }) => key));
  const questions = new Map(board.questionnaire.map((question) => [question.key, question]));
  const wrongLabels = labels
    .filter((key) => !known.has(key))
    .map((key) => ({ field: `labels.${key}`, problem: 'unknown' }));
  const wrongAnswers = Object.entries(answers).flatMap(([key, value]) => {
    const question = questions.get(key);
    if (!question || question.type === 'document') return [{ field: `answers.${key}`, problem: 'unknown' }];
    return value === '' || fits(question, value) ? [] : [{ field: `answers.${key}`, problem: question.type }];
  });
  const fields = [...wrongLabels, ...wrongAnswers];
  if (fields.length > 0) throw new AppError('invalid', { fields });
}
