import type { Participant } from '../facts.ts';
import { frenchTime } from './french-date.ts';

export type PresenceLine = { name: string; specialty: string; presence: string };

/** More coming and going than this is a bad network, not information. */
const mostIntervals = 3;

const origins = { connection: 'connexion constatée', secretary: 'présence notée par le secrétariat' } as const;

function intervals(lines: Participant[]): string {
  const sorted = lines.toSorted((a, b) => (a.arrivedAt < b.arrivedAt ? -1 : 1));
  const shown = ({ arrivedAt, leftAt }: Pick<Participant, 'arrivedAt' | 'leftAt'>) =>
    leftAt ? `${frenchTime(arrivedAt)} – ${frenchTime(leftAt)}` : `à partir de ${frenchTime(arrivedAt)}`;
  const [first] = sorted;
  if (!first) return '';
  if (sorted.length <= mostIntervals) return sorted.map(shown).join(' ; ');
  const leftAt = sorted.some((line) => line.leftAt === null)
    ? null
    : sorted.reduce((latest, line) => ((line.leftAt ?? '') > latest ? (line.leftAt ?? '') : latest), '');
  return `${shown({ arrivedAt: first.arrivedAt, leftAt })} (${sorted.length} connexions)`;
}

/** One line per person: a colleague whose network fell is one participant, not two. Order of first arrival. */
export function presenceLines(participants: Participant[]): PresenceLine[] {
  const people = Map.groupBy(participants, ({ name, specialty, source }) => JSON.stringify([name, specialty, source]));
  return [...people.values()]
    .toSorted(([a], [b]) => ((a?.arrivedAt ?? '') < (b?.arrivedAt ?? '') ? -1 : 1))
    .flatMap((lines) => {
      const [first] = lines;
      return first
        ? [{ name: first.name, specialty: first.specialty, presence: `${intervals(lines)}, ${origins[first.source]}` }]
        : [];
    });
}
