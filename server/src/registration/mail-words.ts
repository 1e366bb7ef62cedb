import type { Mail } from '../notifications/index.ts';

/** Every mail of this room, in French, to who owns the address. None holds what a stranger typed, but a colleague's name. */
const mail = (recipient: string, subject: string, ...parts: string[]): Mail => ({
  recipient,
  subject,
  text: ['Bonjour,', ...parts].join('\n\n'),
});

export const confirmationSubject = 'Confirmez la création de votre compte';
export const knownSubject = 'Vous avez déjà un compte';

/** The link that creates the account. Source: SC-17. */
export const confirmationMail = (recipient: string, link: string): Mail => ({
  ...mail(
    recipient,
    confirmationSubject,
    'Voici le lien de confirmation de création de compte. Il fonctionne pendant 48 heures, une seule fois.',
    link,
    'Si vous n’avez pas demandé de compte Concertation, n’ouvrez pas ce lien : rien ne sera créé.',
  ),
  secret: true,
});

/** For who has an account already, and whoever asked for another one with their address. */
export const knownMail = (recipient: string, origin: string): Mail =>
  mail(
    recipient,
    knownSubject,
    'Une inscription a été demandée avec votre adresse. Vous avez déjà un compte Concertation : rien n’a changé.',
    `Se connecter :\n${origin}/connexion`,
    `Mot de passe oublié :\n${origin}/mot-de-passe-oublie`,
    'Si vous n’êtes pas à l’origine de cette demande, ignorez ce message.',
  );

/** Source: SC-23, SC-24. */
export const acceptedMail = (recipient: string, origin: string): Mail =>
  mail(recipient, 'Votre compte est validé', 'Votre compte Concertation est validé : votre accès est complet.', origin);

/** Why a request was refused, or what else is awaited, in the words of who decided. */
export function decidedMail(
  recipient: string,
  origin: string,
  { decision, reason }: { decision: 'refused' | 'asked_again'; reason: string | null },
): Mail {
  const again = decision === 'asked_again';
  return mail(
    recipient,
    again ? 'Un autre justificatif est attendu' : 'Votre demande de validation est refusée',
    again
      ? 'Votre justificatif n’a pas permis de valider votre compte : envoyez-en un autre.'
      : 'Votre demande de validation a été refusée. Vous pouvez en faire une autre.',
    ...(reason ? [`Motif :\n${reason}`] : []),
    `Mon compte :\n${origin}/compte#justificatif`,
  );
}

/** Source: SC-24. */
export const vouchingMail = (recipient: string, origin: string, name: string): Mail =>
  mail(
    recipient,
    'Un collègue vous demande de le parrainer',
    `${name} vous demande de confirmer qu’il ou elle travaille avec vous. Ne le faites que si vous connaissez cette personne.`,
    `Répondre :\n${origin}/compte#parrainages`,
  );

/** The subject of the reminder, `days` before the end of a trial. */
export const trialSubject = (days: number): string =>
  days === 1 ? 'Votre compte d’essai se termine demain' : `Votre compte d’essai se termine dans ${days} jours`;

/** Source: SC-22, SC-23. */
export const trialMail = (recipient: string, origin: string, days: number): Mail =>
  mail(
    recipient,
    trialSubject(days),
    `${trialSubject(days)}. Ensuite, l’accès sera fermé jusqu’à la validation de votre compte ; rien ne sera perdu.`,
    'Envoyez un justificatif de votre statut de professionnel de la santé (carte de professionnel ou badge de l’hôpital), ou demandez votre validation :',
    `${origin}/compte#justificatif`,
  );
