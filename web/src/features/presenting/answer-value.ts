import type { Question } from '@concertation/shared/domain';
import { formatDate, parseTypedDate } from '../../lib/index.ts';

/** A question whose answer is typed or chosen; a document's is a file. */
export type TypedQuestion = Exclude<Question, { type: 'document' }>;

/** What the server keeps for what was typed; null while it is not yet an answer. Empty clears. */
export function readAnswer({ type }: TypedQuestion, typed: string): string | null {
  const text = typed.trim();
  if (text === '') return '';
  if (type === 'date') return parseTypedDate(text);
  if (type === 'number') return /^-?\d{1,12}([.,]\d{1,6})?$/.test(text) ? text : null;
  return type === 'choice' ? typed : typed.slice(0, 4000);
}

/** What the field shows for a kept answer. */
export function showAnswer({ type }: TypedQuestion, kept: string): string {
  return type === 'date' ? formatDate(kept) : kept;
}
