/** One event of a calendar, as far as a reader of mails cares; instants in ISO, null when they are not in UTC. */
export type CalendarEvent = {
  summary: string;
  startsAt: string | null;
  endsAt: string | null;
  place: string;
  cancelled: boolean;
};

const unescape = (value: string): string =>
  value.replace(/\\([\\;,nN])/g, (_, character: string) => (character.toLowerCase() === 'n' ? '\n' : character));

function toInstant(value: string | undefined): string | null {
  const match = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/.exec(value ?? '');
  return match ? `${match[1]}-${match[2]}-${match[3]}T${match[4]}:${match[5]}:${match[6]}Z` : null;
}

/** The events of an iCalendar text (RFC 5545): lines that were folded are joined, properties' parameters left out. */
export function readCalendar(content: string): CalendarEvent[] {
  const lines = content.replaceAll(/\r?\n[ \t]/g, '').split(/\r?\n/);
  const events: Map<string, string>[] = [];
  for (const line of lines) {
    if (line === 'BEGIN:VEVENT') events.push(new Map());
    const match = /^([A-Z-]+)(?:;[^:]*)?:(.*)$/.exec(line);
    const event = events.at(-1);
    if (match && event && !event.has(match[1] as string)) event.set(match[1] as string, match[2] as string);
  }
  return events.map((event) => ({
    summary: unescape(event.get('SUMMARY') ?? ''),
    startsAt: toInstant(event.get('DTSTART')),
    endsAt: toInstant(event.get('DTEND')),
    place: unescape(event.get('LOCATION') ?? ''),
    cancelled: event.get('STATUS') === 'CANCELLED',
  }));
}
