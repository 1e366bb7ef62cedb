import type { Mail } from '../../notifications/index.ts';

/** The reason is between administrators: it is asked of the help contact. */
export const suspendedMail = (recipient: string): Mail => ({
  recipient,
  subject: 'Votre compte est suspendu',
  text: 'Bonjour,\n\nUn administrateur a suspendu votre compte Concertation : vous ne pouvez plus vous connecter. Rien de ce que vous avez écrit n’est perdu.\n\nPour en connaître la raison, adressez-vous à l’assistance.',
});

export const restoredMail = (recipient: string, origin: string): Mail => ({
  recipient,
  subject: 'Votre compte est rétabli',
  text: `Bonjour,\n\nLa suspension de votre compte Concertation est levée : vous pouvez de nouveau vous connecter.\n\n${origin}/connexion`,
});
