import { DateTime } from 'luxon';

/**
 * The date that the name of an extraction says (`…_202610080815.txt`, in Paris; the time may be missing), or null when it
 * says none.
 */
export function dateInName(fileName: string): Date | null {
  const stamp = /_(\d{12}|\d{8})(?:\.[A-Za-z]+)*$/.exec(fileName)?.[1];
  if (!stamp) return null;
  const format = stamp.length === 12 ? 'yyyyMMddHHmm' : 'yyyyMMdd';
  const date = DateTime.fromFormat(stamp, format, { zone: 'Europe/Paris' });
  return date.isValid ? date.toJSDate() : null;
}
