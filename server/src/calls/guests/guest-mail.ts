import { inDay, inTime, type Mail, oneLine } from '../../notifications/index.ts';
import { guestCalendar, type GuestEvent } from './guest-calendar.ts';

/** What a guest is told: who invites, to which board, when, as whom. Never a case. */
export type GuestInvited = GuestEvent & {
  recipient: string;
  guestName: string;
  quality: string;
  by: string;
  timeZone: string;
  support: { email: string; phone: string };
};

/** The mail of a guest's link, in French, with the meeting for their diary. Source: CM-08, CM-32. */
export function guestMail(invited: GuestInvited): Mail {
  const { recipient, guestName, quality, startsAt, timeZone, link, origin, support } = invited;
  const [board, by] = [oneLine(invited.boardName), oneLine(invited.by)];
  const contact = [support.email, support.phone].filter((way) => way !== '').join(', ');
  return {
    recipient,
    secret: true,
    subject: `Invitation : ${board}`,
    text: [
      'Bonjour,',
      `${by} vous invite à la réunion « ${board} » du ${inDay(startsAt, timeZone)} à ${inTime(startsAt, timeZone)}.`,
      `Vous y participerez comme ${guestName}, ${quality} : c’est ${by} qui répond de votre nom et de votre qualité.`,
      `Pour rejoindre la réunion, ouvrez ce lien, sur un ordinateur, un téléphone ou une tablette. Aucun compte, rien à installer :\n${link}`,
      'Il vous est personnel et ne vaut que pour cette réunion : ne le transférez pas. Vous pouvez l’ouvrir dès maintenant pour essayer votre micro et votre caméra.',
      'La visioconférence n’est jamais enregistrée.',
      [
        '-- ',
        'Concertation. Ce message ne contient aucune donnée de patient.',
        `Tester ma connexion, une fois le lien ouvert : ${origin}/test-de-connexion`,
        ...(contact ? [`Assistance : ${contact}`] : []),
        'Si vous ne connaissez pas cette personne, ignorez ce message.',
      ].join('\n'),
    ].join('\n\n'),
    calendar: { method: 'REQUEST', content: guestCalendar(invited) },
  };
}
