import type { PresentationLine } from '@concertation/shared/contracts';

type Planned = Pick<PresentationLine, 'presentationId' | 'track' | 'minutes'>;
type Meeting = { startsAt: string; durationMinutes: number };

export type Schedule = {
  /** When each discussed case should begin, by presentation: an instant. */
  starts: ReadonlyMap<string, string>;
  /** Minutes planned for all discussed cases. */
  minutes: number;
  /** When the last one should end. */
  ends: string;
  /** Minutes beyond what the meeting is planned for; 0 when it holds. */
  beyond: number;
};

const after = (instant: string, minutes: number) => new Date(Date.parse(instant) + minutes * 60_000).toISOString();

/** When each case of a list should begin, in its order, from the planned minutes. An « enregistrement » takes none. */
export function scheduleOf({ startsAt, durationMinutes }: Meeting, lines: readonly Planned[]): Schedule {
  const starts = new Map<string, string>();
  let minutes = 0;
  for (const line of lines) {
    if (line.track !== 'discussion') continue;
    starts.set(line.presentationId, after(startsAt, minutes));
    minutes += line.minutes;
  }
  return { starts, minutes, ends: after(startsAt, minutes), beyond: Math.max(0, minutes - durationMinutes) };
}
