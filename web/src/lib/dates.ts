import { isCalendarDate } from '@concertation/shared/domain';
import { type Language, localeOf } from './language.ts';

/** `1956-03-12` → `12/03/1956`, in every language of the product. Anything else is returned as it is. */
export function formatDate(day: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  return match ? `${match[3]}/${match[2]}/${match[1]}` : day;
}

/** A date typed as JJ/MM/AAAA (also with dots, dashes or spaces) → `AAAA-MM-JJ`; null when it is not an existing day. */
export function parseTypedDate(text: string): string | null {
  const match =
    /^\s*(\d{1,2})[\s/.-]+(\d{1,2})[\s/.-]+(\d{4})\s*$/.exec(text) ?? /^\s*(\d{2})(\d{2})(\d{4})\s*$/.exec(text);
  if (!match) return null;
  const day = `${match[3]}-${match[2]?.padStart(2, '0')}-${match[1]?.padStart(2, '0')}`;
  return isCalendarDate(day) ? day : null;
}

/** Adds the slashes while digits are typed at the end; leaves alone what was pasted or written otherwise. */
export function completeTypedDate(text: string, previous: string): string {
  if (text.length !== previous.length + 1 || !text.startsWith(previous)) return text;
  if (/^\d{2}$/.test(text) || /^\d{2}\/\d{2}$/.test(text)) return `${text}/`;
  if (/^\d{3}$/.test(text)) return `${text.slice(0, 2)}/${text.slice(2)}`;
  if (/^\d{2}\/\d{3}$/.test(text)) return `${text.slice(0, 5)}/${text.slice(5)}`;
  return text.replace('//', '/');
}

/** `14 h 00` in French, `14:00` in English, in the reader's time zone unless another is given. */
export function formatTime(instant: string, language: Language, timeZone?: string): string {
  const [hour = '', minute = ''] = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone })
    .format(new Date(instant))
    .split(':');
  return language === 'en' ? `${hour}:${minute}` : `${Number(hour)}\u00a0h\u00a0${minute}`;
}

/** The first of a month is « 1er » in French, which the browsers' own formats do not say. */
const firstOfMonth = (day: string, language: Language): string =>
  language === 'fr' ? day.replace(/(^|\s)1(?=\s)/, '$11er') : day;

/** `vendredi 20 novembre 2026`, `mardi 1er décembre 2026`. */
export function formatDay(instant: string, language: Language, timeZone?: string): string {
  const day = new Intl.DateTimeFormat(localeOf(language), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone,
  })
    .format(new Date(instant))
    .replace(/(\p{L}),/u, '$1');
  return firstOfMonth(day, language);
}

/** `vendredi 20 novembre 2026, 14 h 00`. */
export function formatMeetingTime(instant: string, language: Language, timeZone?: string): string {
  return `${formatDay(instant, language, timeZone)}, ${formatTime(instant, language, timeZone)}`;
}

/** `20 novembre 2026, 14 h 00`, for a moment that nobody plans for. */
export function formatMoment(instant: string, language: Language): string {
  const day = new Intl.DateTimeFormat(localeOf(language), { day: 'numeric', month: 'long', year: 'numeric' }).format(
    new Date(instant),
  );
  return `${firstOfMonth(day, language)}, ${formatTime(instant, language)}`;
}
