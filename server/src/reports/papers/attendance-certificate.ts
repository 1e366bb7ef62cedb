import { may, type Role } from '@concertation/shared/access';
import type { Principal } from '../../access/index.ts';
import type { Audit } from '../../audit/index.ts';
import { readBoard } from '../../boards/index.ts';
import type { Configuration } from '../../config/index.ts';
import type { Database } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';
import { presenceOf, presentationsOfMeeting, readMeeting } from '../../meetings/index.ts';
import { frenchDay, frenchTime } from '../render/french-date.ts';
import { factsSection, plainPages, setPlainPages, tableSection } from '../render/plain-pages.ts';
import type { OpenKey } from '../sign/signer.ts';
import { sealPages } from '../sign/seal-pages.ts';

type Needs = {
  database: Database;
  audit: Audit;
  openKey: OpenKey;
  configuration: Pick<Configuration, 'establishment' | 'demonstration' | 'demonstrationCertificate'>;
};

const clock = (at: Date): string => frenchTime(at.toISOString());

/** « 1 h 05 », « 45 min » */
export function duration(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  return hours === 0 ? `${minutes} min` : `${hours} h ${String(minutes % 60).padStart(2, '0')}`;
}

/**
 * « Attestation de présence » of one participant, sealed: when they came and left, and how long they were there, so that
 * a professional may bill that time. For themselves, or for who runs the meeting. Throws `wrong_state` until the meeting
 * is closed, `not_found` for a line that is not theirs. Each is an audit row. Source: CM-41.
 */
export async function attendanceCertificate(
  { database, audit, openKey, configuration }: Needs,
  principal: Principal,
  { meetingId, attendanceId, roles }: { meetingId: string; attendanceId: string; roles: Role[] },
): Promise<Uint8Array> {
  const { db } = database;
  const meeting = await readMeeting(db, meetingId);
  const presence = await presenceOf(db, meetingId, attendanceId);
  if (presence.accountId !== principal.accountId && !may('meeting.run', roles)) throw new AppError('not_found');
  const { startedAt, closedAt } = meeting;
  if (meeting.state !== 'closed' || !closedAt) throw new AppError('wrong_state');
  const board = await readBoard(db, meeting.boardId);
  const presentations = await presentationsOfMeeting(db, meetingId);
  const { establishment } = configuration;
  const demonstration = configuration.demonstration || configuration.demonstrationCertificate;
  const pages = plainPages(closedAt.toISOString(), {
    title: 'Attestation de présence',
    name: presence.name,
    notice: `${demonstration ? 'DÉMONSTRATION, sans valeur. ' : ''}${establishment} atteste de cette participation, d’après le registre de la réunion (heure de Paris).`,
    sections: [
      factsSection('Participant', { Nom: presence.name, Spécialité: presence.specialty }),
      factsSection('Réunion', {
        Réunion: board.name,
        Organisateur: board.organisation,
        Date: frenchDay(meeting.startsAt.toISOString()),
        'Prévue à': clock(meeting.startsAt),
        Ouverte: startedAt ? clock(startedAt) : null,
        Close: clock(closedAt),
        'Dossiers inscrits': String(presentations.length),
      }),
      factsSection('Présence', {
        'Durée totale': duration(presence.minutes),
        Constatée: presence.noted ? 'présence notée par le secrétariat' : 'connexion constatée',
      }),
      tableSection(
        'Arrivées et départs',
        ['Arrivée', 'Départ'],
        presence.intervals.map(({ from, to }) => [clock(from), clock(to)]),
      ),
    ],
  });
  const unsealed = await setPlainPages(pages);
  const sealed = await sealPages(unsealed, openKey, { reason: 'Attestation de présence', name: establishment });
  const scope = { ...principal, subject: `meeting:${meetingId}` };
  await database.transaction((tx) => audit.record(tx, 'attendance.certified', scope, { attendanceId }));
  return sealed;
}
