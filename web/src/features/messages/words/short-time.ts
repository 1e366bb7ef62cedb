import { formatTime, type Language, localeOf } from '../../../lib/index.ts';

const isSameDay = (a: Date, b: Date) => a.toDateString() === b.toDateString();

/** When something was written, in a narrow place: « 14 h 00 » today, « 20 nov. » before, with its year when it is another one. */
export function shortTime(instant: string, language: Language, now = new Date()): string {
  const at = new Date(instant);
  if (isSameDay(at, now)) return formatTime(instant, language);
  const year = at.getFullYear() === now.getFullYear() ? undefined : 'numeric';
  return new Intl.DateTimeFormat(localeOf(language), { day: 'numeric', month: 'short', year }).format(at);
}
