const paris = 'Europe/Paris';

/** « jeudi 26 novembre 2026 » in a time zone. */
export function inDay(instant: Date, timeZone: string = paris): string {
  return new Intl.DateTimeFormat('fr-FR', { dateStyle: 'full', timeZone }).format(instant);
}

/** « 18:00 » in a time zone; elsewhere than in Paris, with its offset. */
export function inTime(instant: Date, timeZone: string = paris): string {
  const offset = timeZone === paris ? {} : ({ timeZoneName: 'shortOffset' } as const);
  const parts = new Intl.DateTimeFormat('fr-FR', { hour: '2-digit', minute: '2-digit', timeZone, ...offset });
  return parts.format(instant).replace(/ (UTC.*)$/, ' ($1)');
}
