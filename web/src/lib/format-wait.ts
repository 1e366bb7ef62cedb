import { type Language, localeOf } from './language.ts';

/** A wait in words: « 45 secondes », « 2 minutes 5 secondes », « 1 heure 10 minutes ». Seconds are not said beyond an hour. */
export function formatWait(seconds: number, language: Language): string {
  const whole = Math.max(0, Math.ceil(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  const say = (value: number, unit: 'hour' | 'minute' | 'second') =>
    new Intl.NumberFormat(localeOf(language), { style: 'unit', unit, unitDisplay: 'long' }).format(value);
  const words = [
    ...(hours > 0 ? [say(hours, 'hour')] : []),
    ...(minutes > 0 ? [say(minutes, 'minute')] : []),
    ...(hours === 0 && (rest > 0 || minutes === 0) ? [say(rest, 'second')] : []),
  ];
  return words.join(' ');
}
