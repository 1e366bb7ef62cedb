import type { NotificationKind } from '@concertation/shared/contracts';
import type { Notice } from '../tell.ts';
import { inDay, inTime } from './dates.ts';
import { oneLine } from './one-line.ts';

/** A subject, what happened in one or two sentences, and what its link opens. */
export type NoticeWords = { subject: string; says: string; opens: string };

/** The parts of sentences that a notice gives: a board, a date, a colleague, a count. */
type Told = {
  board: string;
  /** « la réunion « RCP Digestif » du jeudi… », with what is known of it. */
  meeting: string;
  /** « le jeudi 26 novembre 2026 à 18:00 » */
  at: string;
  by: string;
  count: number;
};

function toldBy({ about, timeZone }: Notice): Told {
  const { boardName, startsAt, by, count = 1 } = about;
  const instant = startsAt === undefined ? null : new Date(startsAt);
  const date = instant ? `${inDay(instant, timeZone)} à ${inTime(instant, timeZone)}` : '';
  const board = boardName === undefined ? 'RCP' : oneLine(boardName);
  return {
    board,
    meeting: `la réunion${boardName === undefined ? '' : ` « ${board} »`}${date && ` du ${date}`}`,
    at: date ? `le ${date}` : 'à une date qui sera précisée',
    by: by === undefined ? 'Un collègue' : oneLine(by),
    count,
  };
}

/** « 1 dossier », « 3 dossiers » */
export const countCases = (count: number): string => `${count} dossier${count > 1 ? 's' : ''}`;

const words: Record<NotificationKind, (told: Told) => NoticeWords> = {
  presentation_added: ({ board, meeting, by, count }) => ({
    subject: `Dossier inscrit : ${board}`,
    says: `${by} a inscrit ${count > 1 ? countCases(count) : 'un dossier'} à ${meeting}.`,
    opens: 'Ouvrir la réunion',
  }),
  presentation_postponed: ({ board, meeting, by }) => ({
    subject: `Dossier reporté : ${board}`,
    says: `${by} a reporté un dossier. Il sera présenté à ${meeting}.`,
    opens: 'Ouvrir dans Concertation',
  }),
  presentation_removed: ({ board, meeting, by }) => ({
    subject: `Dossier retiré : ${board}`,
    says: `${by} a retiré un dossier de ${meeting}.`,
    opens: 'Ouvrir dans Concertation',
  }),
  case_reminder: ({ board, meeting }) => ({
    subject: `Dossier à compléter : ${board}`,
    says: `Un dossier que vous présentez à ${meeting} n’est pas encore prêt. Vérifiez que sa fiche est complète, imagerie comprise, et que la question est posée.`,
    opens: 'Compléter le dossier',
  }),
  case_shared: ({ by }) => ({
    subject: 'Un dossier vous est partagé',
    says: `${by} vous donne accès à un dossier.`,
    opens: 'Ouvrir le dossier',
  }),
  opinion_asked: ({ by }) => ({
    subject: 'Un avis vous est demandé',
    says: `${by} vous demande un avis sur un dossier.`,
    opens: 'Lire la question et répondre',
  }),
  opinion_answered: ({ by }) => ({
    subject: 'Votre demande d’avis a une réponse',
    says: `${by} a répondu à votre demande d’avis.`,
    opens: 'Lire la réponse',
  }),
  meeting_planned: ({ board, meeting, at, count }) => ({
    subject: count > 1 ? `${count} réunions prévues : ${board}` : `Réunion prévue : ${board}`,
    says:
      count > 1
        ? `${count} réunions « ${board} » sont prévues, la première ${at}.`
        : `${meeting.replace(/^la/, 'La')} est prévue.`,
    opens: 'Ouvrir la réunion',
  }),
  meeting_changed: ({ board, at }) => ({
    subject: `Réunion modifiée : ${board}`,
    says: `La réunion « ${board} » a été modifiée : elle se tient ${at}.`,
    opens: 'Ouvrir la réunion',
  }),
  meeting_cancelled: ({ board, meeting, at, count }) => ({
    subject: count > 1 ? `${count} réunions annulées : ${board}` : `Réunion annulée : ${board}`,
    says:
      count > 1
        ? `${count} réunions « ${board} » sont annulées, à partir de celle prévue ${at}.`
        : `${meeting.replace(/^la/, 'La')} est annulée.`,
    opens: 'Ouvrir dans Concertation',
  }),
  member_added: ({ board, by }) => ({
    subject: `Vous faites partie de ${board}`,
    says: `${by} vous a ajouté à « ${board} ».`,
    opens: 'Ouvrir la RCP',
  }),
  report_signed: ({ board, meeting }) => ({
    subject: `Compte-rendu signé : ${board}`,
    says: `Le compte-rendu d’un dossier présenté à ${meeting} est signé.`,
    opens: 'Lire le compte-rendu',
  }),
  report_replaced: ({ board, meeting }) => ({
    subject: `Compte-rendu corrigé : ${board}`,
    says: `Une nouvelle version du compte-rendu d’un dossier présenté à ${meeting} est signée. Elle annule et remplace la précédente.`,
    opens: 'Lire la nouvelle version',
  }),
  emergency_access: ({ by }) => ({
    subject: 'Accès en urgence à un dossier',
    says: `${by} a ouvert en urgence un dossier dont vous êtes responsable, en lecture et pour deux heures. Le motif écrit est conservé. Si cet accès vous paraît injustifié, signalez-le à l’assistance.`,
    opens: 'Ouvrir le dossier',
  }),
  message_received: ({ by }) => ({
    subject: 'Un message vous attend',
    says: `${by} vous a écrit dans la messagerie sécurisée de Concertation.`,
    opens: 'Lire et répondre',
  }),
  digest: ({ count }) => ({
    subject: `Demain en RCP : ${countCases(count)}`,
    says: `Demain en RCP : ${countCases(count)}.`,
    opens: 'Ouvrir la réunion',
  }),
};

/** What the mail of a notice says, in French: a board's name, a date, a colleague's name, a count; never a patient. */
export function noticeWords(notice: Notice): NoticeWords {
  return words[notice.kind](toldBy(notice));
}
