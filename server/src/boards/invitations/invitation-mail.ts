import type { BoardRole } from '@concertation/shared/access';
import type { Mail } from '../../notifications/index.ts';

const roleNames: Record<BoardRole, string> = {
  coordinator: 'coordonnateur',
  delegate: 'secrétaire avec délégation',
  secretary: 'secrétaire',
  member: 'membre permanent',
  guest: 'invité',
};

/** What somebody is invited to, in words that hold no patient's data. `boardName` null: to the product alone. */
export type Invited = {
  recipient: string;
  by: string;
  boardName: string | null;
  toMeeting: boolean;
  role: BoardRole | null;
  link: string;
  days: number;
};

function purpose({ by, boardName, toMeeting, role }: Invited): string {
  if (boardName === null) return `${by} vous invite à rejoindre Concertation, pour préparer et tenir les RCP ensemble.`;
  if (toMeeting) return `${by} vous invite à participer à une réunion de « ${boardName} », comme invité.`;
  return `${by} vous invite à rejoindre « ${boardName} »${role ? `, comme ${roleNames[role]}` : ''}.`;
}

/** The mail of an invitation, in French. */
export function invitationMail(invited: Invited): Mail {
  const { recipient, by, boardName, link, days } = invited;
  return {
    recipient,
    secret: true,
    subject: boardName === null ? `${by} vous invite sur Concertation` : `Invitation : ${boardName}`,
    text: [
      'Bonjour,',
      purpose(invited),
      `Pour accepter, ouvrez ce lien dans les ${days} jours. Il vous est personnel : ne le transférez pas.`,
      link,
      'Si vous ne connaissez pas cette personne, ignorez ce message.',
    ].join('\n\n'),
  };
}
