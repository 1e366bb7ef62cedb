import type { Presence } from '../../meetings/index.ts';
import { frenchDay, frenchTime } from '../render/french-date.ts';
import { factsSection, plainPages, type PlainPages, type PlainSection, tableSection } from '../render/plain-pages.ts';

type Certified = {
  presence: Presence;
  establishment: string;
  isDemonstration: boolean;
  board: { name: string; organisation: string };
  meeting: { startsAt: Date; startedAt: Date; closedAt: Date; cases: number };
};

const clock = (at: Date): string => frenchTime(at.toISOString());

/** « 1 h 05 », « 45 min » */
export function duration(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  return hours === 0 ? `${minutes} min` : `${hours} h ${String(minutes % 60).padStart(2, '0')}`;
}

function presenceSections(seen: Presence['seen']): PlainSection[] {
  if (!seen) return [factsSection('Présence', { Constatée: 'présence notée par le secrétariat' })];
  return [
    factsSection('Présence', { 'Durée totale': duration(seen.minutes), Constatée: 'connexion constatée' }),
    tableSection(
      'Arrivées et départs',
      ['Arrivée', 'Départ'],
      seen.intervals.map(({ from, to }) => [clock(from), clock(to)]),
    ),
  ];
}

/** What an « Attestation de présence » says of one participant. Source: CM-41, PAP-1. */
export function certificatePages({ presence, establishment, isDemonstration, board, meeting }: Certified): PlainPages {
  const { startsAt, startedAt, closedAt, cases } = meeting;
  return plainPages(closedAt.toISOString(), {
    title: 'Attestation de présence',
    name: presence.name,
    notice: `${isDemonstration ? 'DÉMONSTRATION, sans valeur. ' : ''}${establishment} atteste de cette participation, d’après le registre de la réunion (heure de Paris).`,
    sections: [
      factsSection('Participant', { Nom: presence.name, Spécialité: presence.specialty }),
      factsSection('Réunion', {
        Réunion: board.name,
        Organisateur: board.organisation,
        Date: frenchDay(startsAt.toISOString()),
        'Prévue à': clock(startsAt),
        Ouverte: clock(startedAt),
        Close: clock(closedAt),
        'Dossiers inscrits': String(cases),
      }),
      ...presenceSections(presence.seen),
    ],
  });
}
