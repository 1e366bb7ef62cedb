const days = ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'];
const months = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
];

const paris = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Paris',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  hourCycle: 'h23',
});

/** Calendar parts in Paris. Words are ours: those of a runtime change from one release to the next, pages must not. */
function partsOf(instant: string): { year: number; month: number; day: number; hour: number; minute: number } {
  const parts = Object.fromEntries(
    paris.formatToParts(new Date(instant)).map(({ type, value }) => [type, Number(value)]),
  );
  return {
    year: parts.year ?? 0,
    month: parts.month ?? 0,
    day: parts.day ?? 0,
    hour: parts.hour ?? 0,
    minute: parts.minute ?? 0,
  };
}

const two = (value: number) => String(value).padStart(2, '0');

/** « lundi 16 novembre 2026 » from an ISO instant, in Paris. */
export function frenchDay(instant: string): string {
  const { year, month, day } = partsOf(instant);
  const weekday = days[new Date(Date.UTC(year, month - 1, day)).getUTCDay()];
  return `${weekday} ${day === 1 ? '1er' : day}\u00a0${months[month - 1]}\u00a0${year}`;
}

/** « 14 h 05 » from an ISO instant, in Paris. */
export function frenchTime(instant: string): string {
  const { hour, minute } = partsOf(instant);
  return `${hour}\u00a0h\u00a0${two(minute)}`;
}

/** « 07/03/1951 » from a calendar date YYYY-MM-DD; a date that is not one comes back as it is. */
export function frenchDate(date: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  return match ? `${match[3]}/${match[2]}/${match[1]}` : date;
}

/** Year, month, day, hour, minute and second of an instant in UTC, as the renderer's document date. */
export function utcParts(instant: string): [number, number, number, number, number, number] {
  const date = new Date(instant);
  return [
    date.getUTCFullYear(),
    date.getUTCMonth() + 1,
    date.getUTCDate(),
    date.getUTCHours(),
    date.getUTCMinutes(),
    date.getUTCSeconds(),
  ];
}
