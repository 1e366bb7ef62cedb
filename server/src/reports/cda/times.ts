const paris = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Paris',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

const two = (value: number) => String(value).padStart(2, '0');

/** `20261116143000+0100` from an ISO instant, in Paris: its first eight digits are the day that people say. */
export function cdaTime(instant: string): string {
  const date = new Date(instant);
  const parts = Object.fromEntries(paris.formatToParts(date).map(({ type, value }) => [type, value]));
  const { year, month, day, hour, minute, second } = parts;
  const there = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  const ahead = Math.round((there - Math.floor(date.getTime() / 1000) * 1000) / 60_000);
  const offset = `${ahead < 0 ? '-' : '+'}${two(Math.trunc(Math.abs(ahead) / 60))}${two(Math.abs(ahead) % 60)}`;
  return `${year?.padStart(4, '0')}${month}${day}${hour}${minute}${second}${offset}`;
}

/** An ISO instant in UTC, to the second, from what `cdaTime` writes; null from anything else. */
export function instantOf(value: string): string | null {
  const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)([+-]\d\d)(\d\d)$/.exec(value);
  if (!match) return null;
  const [, year, month, day, hour, minute, second, hours, minutes] = match;
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${hours}:${minutes}`);
  return Number.isNaN(date.getTime()) ? null : toSecond(date.toISOString());
}

/** An ISO instant without its fraction of a second, which CDA times do not carry. */
export const toSecond = (instant: string): string => `${new Date(instant).toISOString().slice(0, 19)}Z`;
